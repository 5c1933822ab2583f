import { HERE } from '../parts/places';
import { optionsOf, optionValuesOf, USUAL_OPTIONS } from './importOptions';
import { isExport, isOfContacts, type DropKind, type DropLook, type DropSource } from './types';

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
  when: 'ALWAYS',
  every: 'PT1M',
  cron: '0 6 * * MON-FRI',
  timeZone: HERE,
  action: 'IMPORT_CONTACTS',
  contactListId: null as string | null,
  suppressionListId: null as string | null,
  campaignGroupId: null as string | null,
  templateId: null as string | null,
  options: USUAL_OPTIONS,
  export: {
    fileName: '',
    format: 'CSV',
    columns: '',
    results: true,
    selectionRuleId: null as string | null,
    recipientId: null as string | null,
  },
};

export type SourceValues = typeof NEW_SOURCE;

/** What is sent of a new one: only what the chosen kind, time and end of a file know. */
export function sourceOf(values: SourceValues) {
  const { credentials, after, when, ...rest } = values;
  const sftp = values.kind === 'SFTP';
  const signsIn = values.kind !== 'FOLDER' && credentials.username !== '';
  const password = sftp ? credentials.password || null : credentials.password;
  const exports = isExport(values.action);
  const ofContacts = isOfContacts(values.action);
  const scheduled = exports || when === 'SCHEDULE';
  const contacts = values.action === 'IMPORT_CONTACTS';
  const end = exports ? NEW_SOURCE.after : after;
  return {
    ...rest,
    credentials: signsIn ? { username: credentials.username, password } : null,
    privateKey: (sftp && values.privateKey) || null,
    passphrase: (sftp && values.passphrase) || null,
    knownHosts: (sftp && values.knownHosts) || null,
    fingerprint: (values.kind === 'FTPS' && values.fingerprint) || null,
    marker: (!exports && values.marker) || null,
    after: {
      action: end.action,
      folder: end.action === 'MOVE' ? end.folder : null,
      suffix: end.action === 'RENAME' ? end.suffix : null,
    },
    every: scheduled ? null : values.every,
    cron: scheduled ? values.cron : null,
    timeZone: scheduled ? values.timeZone : null,
    contactListId: ofContacts ? values.contactListId : null,
    suppressionListId: ofContacts ? null : values.suppressionListId,
    campaignGroupId: contacts && values.contactListId ? values.campaignGroupId : null,
    templateId:
      contacts && !(values.contactListId && values.campaignGroupId) ? values.templateId : null,
    options: exports ? null : optionsOf(values.options, contacts),
    export: exports
      ? {
          ...values.export,
          fileName: values.export.fileName.trim() || null,
          columns: (ofContacts && values.export.columns.trim()) || null,
          results: ofContacts && values.export.results,
          selectionRuleId: ofContacts ? values.export.selectionRuleId : null,
        }
      : null,
  };
}

/** The form filled with a source that is there; its secrets are not known here. */
export function valuesOf(source: DropSource): SourceValues {
  const { after } = source;
  return {
    ...NEW_SOURCE,
    name: source.name,
    kind: source.kind,
    url: source.url,
    credentials: { username: source.username ?? '', password: '' },
    knownHosts: source.knownHosts ?? '',
    fingerprint: source.fingerprint ?? '',
    marker: source.marker ?? '',
    after: {
      action: after.action,
      folder: after.folder ?? NEW_SOURCE.after.folder,
      suffix: after.suffix ?? NEW_SOURCE.after.suffix,
    },
    mask: source.mask,
    when: source.cron ? 'SCHEDULE' : 'ALWAYS',
    every: source.every ?? NEW_SOURCE.every,
    cron: source.cron ?? NEW_SOURCE.cron,
    timeZone: source.timeZone ?? (source.cron ? 'UTC' : HERE),
    action: source.action,
    contactListId: source.contactListId,
    suppressionListId: source.suppressionListId,
    campaignGroupId: source.campaignGroupId,
    templateId: source.templateId,
    options: optionValuesOf(source.options),
    export: source.export
      ? {
          fileName: source.export.fileName ?? '',
          format: source.export.format ?? 'CSV',
          columns: source.export.columns ?? '',
          results: source.export.results,
          selectionRuleId: source.export.selectionRuleId,
          recipientId: source.export.recipientId,
        }
      : NEW_SOURCE.export,
  };
}

/** What is sent of a change: secrets that were left empty stay as they are. */
export function changeOf(source: DropSource, values: SourceValues) {
  const { credentials, privateKey, passphrase, ...rest } = sourceOf(values);
  const said = values.credentials;
  const same = said.username === (source.username ?? '') && said.password === '';
  return {
    ...rest,
    ...(same && values.kind === source.kind ? {} : { credentials }),
    ...(privateKey ? { privateKey, passphrase } : {}),
  };
}

/** The change that makes the server of this look known; null when there is none to make. */
export function trustOf(source: DropSource, look: DropLook) {
  if (look.fingerprint) return { fingerprint: look.fingerprint };
  if (!look.knownHosts) return null;
  const lines = [source.knownHosts, look.knownHosts].filter(Boolean).join('\n');
  return { knownHosts: lines };
}
