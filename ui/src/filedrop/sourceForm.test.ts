import { describe, expect, it } from 'vitest';
import { changeOf, NEW_SOURCE, sourceOf, trustOf, valuesOf } from './sourceForm';
import type { DropLook, DropSource } from './types';

const FILLED = {
  ...NEW_SOURCE,
  credentials: { username: 'ann', password: '' },
  privateKey: 'a key',
  knownHosts: 'a line',
  fingerprint: 'AB',
};

describe('a new drop source', () => {
  it('sends what its kind knows and nothing else', () => {
    const sftp = sourceOf({ ...FILLED, kind: 'SFTP' });
    expect(sftp).toMatchObject({ privateKey: 'a key', knownHosts: 'a line', fingerprint: null });
    expect(sftp.credentials).toEqual({ username: 'ann', password: null });
    const ftps = sourceOf({ ...FILLED, kind: 'FTPS' });
    expect(ftps).toMatchObject({ privateKey: null, knownHosts: null, fingerprint: 'AB' });
    expect(sourceOf({ ...FILLED, kind: 'FOLDER' }).credentials).toBeNull();
  });

  it('says where a file goes only when it goes somewhere', () => {
    const after = (action: string) =>
      sourceOf({ ...NEW_SOURCE, after: { action, folder: 'done', suffix: '.ok' } }).after;
    expect(after('LEAVE')).toEqual({ action: 'LEAVE', folder: null, suffix: null });
    expect(after('MOVE')).toEqual({ action: 'MOVE', folder: 'done', suffix: null });
    expect(after('RENAME')).toEqual({ action: 'RENAME', folder: null, suffix: '.ok' });
  });
});

describe('a source to which a list is written', () => {
  const values = {
    ...FILLED,
    action: 'EXPORT_CONTACTS',
    contactListId: '4',
    campaignGroupId: '9',
    marker: '{name}.done',
    after: { action: 'MOVE', folder: 'done', suffix: '.ok' },
    export: { ...NEW_SOURCE.export, fileName: ' people-{date}.csv ' },
  };

  it('sends its schedule and what is written, and nothing of files that are taken', () => {
    expect(sourceOf(values)).toMatchObject({
      every: null,
      cron: NEW_SOURCE.cron,
      contactListId: '4',
      campaignGroupId: null,
      marker: null,
      after: { action: 'LEAVE' },
      export: { fileName: 'people-{date}.csv', columns: null, results: true },
    });
  });

  it('sends of a suppression list nothing that only contacts have', () => {
    const sent = sourceOf({ ...values, action: 'EXPORT_SUPPRESSION', suppressionListId: '5' });
    expect(sent).toMatchObject({ contactListId: null, suppressionListId: '5', options: null });
    expect(sent.export).toMatchObject({ fileName: 'people-{date}.csv', results: false });
  });

  it('is no export any more when another action is chosen', () => {
    expect(sourceOf({ ...values, action: 'IMPORT_CONTACTS' }).export).toBeNull();
  });
});

describe('trust in a server', () => {
  const source = { knownHosts: 'old line' } as DropSource;

  it('adds a host key to those that are known', () => {
    const look = { fingerprint: null, knownHosts: 'new line' } as DropLook;
    expect(trustOf(source, look)).toEqual({ knownHosts: 'old line\nnew line' });
  });

  it('pins a certificate, and nothing where the server is known', () => {
    const look = { fingerprint: 'AB', knownHosts: null } as DropLook;
    expect(trustOf(source, look)).toEqual({ fingerprint: 'AB' });
    expect(trustOf(source, { ...look, fingerprint: null })).toBeNull();
  });
});

describe('a drop source that is there', () => {
  const source = {
    ...{ id: '7', name: 'Partner', kind: 'SFTP', url: 'sftp://host/out', username: 'ann' },
    ...{ hasPassword: true, hasPrivateKey: true, knownHosts: 'a line', fingerprint: null },
    ...{ marker: null, after: { action: 'LEAVE', folder: null, suffix: null }, mask: '*.csv' },
    ...{ every: null, cron: '0 6 * * *', timeZone: 'America/New_York', nextRun: null },
    ...{ action: 'IMPORT_CONTACTS', contactListId: '3', suppressionListId: null },
    ...{ campaignGroupId: '9', templateId: null, options: null, export: null },
    ...{ lastRun: null, lastError: null, failures: 0, nextTry: null, taken: 0, revision: 3 },
  } as DropSource;

  it('keeps its secrets unless others are typed', () => {
    const unchanged = changeOf(source, valuesOf(source));
    expect(unchanged).not.toHaveProperty('credentials');
    expect(unchanged).not.toHaveProperty('privateKey');
    const typed = { ...valuesOf(source), credentials: { username: 'ann', password: 'new' } };
    expect(changeOf(source, typed).credentials).toEqual({ username: 'ann', password: 'new' });
    const renamed = { ...valuesOf(source), privateKey: 'another key', passphrase: 'p' };
    expect(changeOf(source, renamed)).toMatchObject({ privateKey: 'another key', passphrase: 'p' });
  });

  it('is looked at by its schedule or all the time, never both', () => {
    expect(changeOf(source, valuesOf(source))).toMatchObject({
      every: null,
      cron: '0 6 * * *',
      timeZone: 'America/New_York',
      campaignGroupId: '9',
    });
    expect(changeOf(source, { ...valuesOf(source), when: 'ALWAYS' })).toMatchObject({
      every: 'PT1M',
      cron: null,
      timeZone: null,
    });
  });

  it('starts no group when its files go elsewhere', () => {
    const elsewhere = { ...valuesOf(source), action: 'IMPORT_SUPPRESSION' };
    expect(changeOf(source, elsewhere)).toMatchObject({
      contactListId: null,
      campaignGroupId: null,
    });
    expect(
      changeOf(source, { ...valuesOf(source), contactListId: null }).campaignGroupId,
    ).toBeNull();
  });
});
