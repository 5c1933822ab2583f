import { describe, expect, it } from 'vitest';
import type { ZoneEntry } from './types';
import { inOrder, matching, prefixOf, without, withEntry } from './zoneEntries';

const entry = (countryCode: string, areaCode: string | null, zone: string): ZoneEntry => ({
  countryCode,
  areaCode,
  zone,
});
const ALL_OF_44 = entry('44', null, 'Europe/London');
const MAN = entry('44', '7624', 'Europe/Isle_of_Man');
const PANHANDLE = entry('1', '850', 'America/Chicago');
const MAP = [MAN, PANHANDLE, ALL_OF_44];

describe('entries of a zone map', () => {
  it('are known by the numbers they are about', () => {
    expect(MAP.map(prefixOf)).toEqual(['+447624', '+1850', '+44']);
    expect(inOrder(MAP)).toEqual([PANHANDLE, ALL_OF_44, MAN]);
    expect(MAP[0]).toBe(MAN);
  });

  it('are found by the beginning of the number or by the zone', () => {
    expect(matching(MAP, '44')).toEqual([MAN, ALL_OF_44]);
    expect(matching(MAP, '+447')).toEqual([MAN]);
    expect(matching(MAP, 'isle of')).toEqual([MAN]);
    expect(matching(MAP, '850')).toEqual([]);
    expect(matching(MAP, ' ')).toEqual(MAP);
  });

  it('are removed one by one', () => {
    expect(without(MAP, entry('44', '', 'anything'))).toEqual([MAN, PANHANDLE]);
    expect(without(MAP, entry('44', '9', 'Europe/London'))).toEqual(MAP);
  });

  it('take the place of the edited one only', () => {
    const moved = entry('1', '850', 'America/New_York');
    expect(withEntry(MAP, moved, PANHANDLE)).toEqual([MAN, ALL_OF_44, moved]);
    const renamed = entry('1', '448', 'America/Chicago');
    expect(withEntry(MAP, renamed, PANHANDLE)).toEqual([MAN, ALL_OF_44, renamed]);
    expect(withEntry(MAP, moved, null)).toEqual([...MAP, moved]);
  });
});
