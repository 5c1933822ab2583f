import { describe, expect, it } from 'vitest';
import { NEW_SOURCE, sourceOf, trustOf } from './sourceForm';
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
