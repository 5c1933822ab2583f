import { describe, expect, it } from 'vitest';
import { finding, place, today } from './findings';
import type { Problem, Verification } from './types';

const FOUND: Verification = {
  day: '2026-11-20',
  state: 'VERIFIED',
  decisions: 7,
  chains: 2,
  unchained: 0,
  problems: [],
  root: null,
};
const PROBLEM: Problem = {
  code: 'CHANGED',
  writer: '5a1c0000-0000-0000-0000-000000000000',
  seq: 2,
  detail: 'Its hash is not that of what it says.',
};

describe('evidence', () => {
  it('says what was found', () => {
    expect(finding(FOUND).color).toBe('pine');
    expect(finding({ ...FOUND, state: 'OPEN' }).title).toContain('Not closed yet');
    expect(finding({ ...FOUND, state: 'BROKEN', problems: [PROBLEM] }).title).toContain('one');
    expect(finding({ ...FOUND, state: 'BROKEN', problems: [PROBLEM, PROBLEM] }).title).toContain(
      '2 findings',
    );
  });

  it('says where', () => {
    expect(place(PROBLEM)).toBe('Chain 5a1c0000, row 2');
    expect(place({ ...PROBLEM, seq: null })).toBe('Chain 5a1c0000');
    expect(place({ ...PROBLEM, writer: null })).toBe('The whole day');
  });

  it('counts days by UTC', () => {
    expect(today(Date.parse('2026-11-29T23:59:59Z'))).toBe('2026-11-29');
  });
});
