import { describe, expect, it } from 'vitest';
import { REMOTE_ISLANDS, territoriesOf } from './territories';

describe('territories to exclude', () => {
  it('begin with the zones of the country, each of all once', () => {
    const groups = territoriesOf('AU');
    expect(groups[0]?.group).toBe('In AU');
    expect(groups[0]?.items).toContain('Australia/Lord_Howe');
    const all = groups.flatMap(({ items }) => items);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(REMOTE_ISLANDS));
    expect(all.every((zone) => zone.includes('/'))).toBe(true);
  });

  it('are all zones where the country is not known', () => {
    expect(territoriesOf('').map(({ group }) => group)).toEqual(['Remote islands', 'Elsewhere']);
  });
});
