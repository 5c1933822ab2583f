import type { DropKind, DropLook, DropSource } from './types';

/** The form's fields, named as the API names them, so that its refusals find them. */
export const NEW_SOURCE = {
  name: '',
  kind: 'FTP' as DropKind,
  url: '',
  credentials: { username: '', password: '' },
  privateKey: '',
  passphrase: '',
  knownHosts: '',
  fingerprint: '',
  marker: '',
  after: { action: 'LEAVE', folder: 'done', suffix: '.done' },
  mask: '*.csv',
  every: 'PT1M',
  action: 'IMPORT_CONTACTS',
  contactListId: null as string | null,
};

export type SourceValues = typeof NEW_SOURCE;

/** What is sent: only what the chosen kind and the chosen end of a file know. */
export function sourceOf(values: SourceValues) {
  const { credentials, after, ...rest } = values;
  const sftp = values.kind === 'SFTP';
  const signsIn = values.kind !== 'FOLDER' && credentials.username !== '';
  const password = sftp ? credentials.password || null : credentials.password;
  return {
    ...rest,
    credentials: signsIn ? { username: credentials.username, password } : null,
    privateKey: (sftp && values.privateKey) || null,
    passphrase: (sftp && values.passphrase) || null,
    knownHosts: (sftp && values.knownHosts) || null,
    fingerprint: (values.kind === 'FTPS' && values.fingerprint) || null,
    marker: values.marker || null,
    after: {
      action: after.action,
      folder: after.action === 'MOVE' ? after.folder : null,
      suffix: after.action === 'RENAME' ? after.suffix : null,
    },
    contactListId: values.action === 'IMPORT_CONTACTS' ? values.contactListId : null,
  };
}

/** The change that makes the server of this look known; null when there is none to make. */
export function trustOf(source: DropSource, look: DropLook) {
  if (look.fingerprint) return { fingerprint: look.fingerprint };
  if (!look.knownHosts) return null;
  const lines = [source.knownHosts, look.knownHosts].filter(Boolean).join('\n');
  return { knownHosts: lines };
}
