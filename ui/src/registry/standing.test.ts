import { describe, expect, it } from 'vitest';
import { isComing, standing } from './standing';
import type { Registry, RegistryVersion } from './types';

const VERSION: RegistryVersion = {
  version: 1,
  kind: 'FULL',
  state: 'IN_FORCE',
  dataDate: '2026-11-01',
  fileName: 'dnc.txt',
  by: 'ann',
  lines: 2,
  unreadable: 0,
  numbers: 2,
  error: null,
  begunAt: '2026-11-01T00:00:00Z',
  inForceAt: '2026-11-01T00:00:00Z',
};
const REGISTRY: Registry = {
  id: '1',
  name: 'DNC',
  country: 'US',
  maxAgeDays: 31,
  inForce: VERSION,
  latest: VERSION,
  usableTill: '2026-12-02T00:00:00Z',
  usable: true,
  createdAt: '2026-11-01T00:00:00Z',
};

describe('a registry', () => {
  const at = (time: string) => standing(REGISTRY, new Date(time)).label;

  it('says in time that its data grow too old', () => {
    expect(at('2026-11-20T00:00:00Z')).toBe('In force');
    expect(at('2026-11-29T12:00:00Z')).toBe('Too old in 2 days');
    expect(at('2026-12-01T12:00:00Z')).toBe('Too old within a day');
  });

  it('says first what stops attempts', () => {
    const now = new Date('2026-11-20T00:00:00Z');
    expect(standing({ ...REGISTRY, usable: false }, now).label).toBe('Too old');
    expect(standing({ ...REGISTRY, inForce: null }, now).label).toBe('Nothing in force');
  });

  it('is looked at again while something comes', () => {
    expect(isComing({ ...VERSION, state: 'READY' })).toBe(true);
    expect(isComing(VERSION)).toBe(false);
    expect(isComing(null)).toBe(false);
  });
});
