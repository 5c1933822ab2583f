import { describe, expect, it } from 'vitest';
import type { ReferenceVersion } from './types';
import { activation, kindsOf, sourceOf } from './versions';

const BUNDLED: ReferenceVersion = {
  id: 'bundled',
  version: 'libphonenumber 9',
  date: null,
  source: 'BUNDLED',
  origin: null,
  bytes: 0,
  numbers: 0,
  postalCodes: 0,
  states: 0,
  countries: 0,
  addedAt: null,
  addedBy: null,
  active: true,
  activatedAt: null,
};
const NOVEMBER: ReferenceVersion = {
  ...BUNDLED,
  id: '3',
  version: '2026-11',
  date: '2026-11-01',
  source: 'FILE',
  origin: 'november.csv',
  numbers: 1200,
  states: 2,
};

describe('versions of the reference data', () => {
  it('say how much there is of each kind, and what the program itself stands in for', () => {
    expect(kindsOf(NOVEMBER).map((kind) => [kind.value, kind.hint])).toEqual([
      ['1,200', '2026-11 of 2026-11-01'],
      ['None', 'not in this version'],
      ['2', '2026-11 of 2026-11-01'],
      ['Bundled', 'not in this version'],
    ]);
    expect(kindsOf(BUNDLED)[0]).toEqual({
      label: 'Prefixes of numbers',
      value: 'Bundled',
      hint: 'libphonenumber 9',
    });
  });

  it('say where they come from', () => {
    expect(sourceOf(BUNDLED)).toBe('comes with Beckon');
    expect(sourceOf(NOVEMBER)).toBe('file november.csv');
    expect(sourceOf({ ...NOVEMBER, source: 'HTTP', origin: 'https://a.example/x.csv' })).toBe(
      'https://a.example/x.csv',
    );
  });

  it('tell going back from changing over', () => {
    expect(activation(NOVEMBER, BUNDLED)).toContain('Change over to 2026-11 from libphonenumber 9');
    const former = { ...NOVEMBER, activatedAt: '2026-11-02T10:00:00Z' };
    expect(activation(former, undefined)).toMatch(/^Go back to 2026-11\?/);
  });
});
