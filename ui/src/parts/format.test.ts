import { describe, expect, it } from 'vitest';
import { bytes, callResult, clock, fromNow, percent, utcTime, words } from './format';

describe('format', () => {
  it('says codes in words', () => {
    expect(words('NO_ANSWER')).toBe('No answer');
    expect(words('SMS')).toBe('SMS');
    expect(words(null)).toBe('–');
    expect(callResult('SIT_INVALID_NUM')).toBe('SIT invalid num');
  });

  it('shows a rate without a sample as a dash, not as zero', () => {
    expect(percent(null)).toBe('–');
    expect(percent(0)).toBe('0 %');
    expect(percent(2.345)).toBe('2.3 %');
  });

  it('shows bytes in the unit that fits', () => {
    expect(bytes(0)).toBe('0 B');
    expect(bytes(999)).toBe('999 B');
    expect(bytes(21_000_000)).toBe('21 MB');
  });

  it('shows UTC without fractions that are zero', () => {
    expect(utcTime('2026-11-22T08:00:00Z')).toBe('2026-11-22 08:00:00 UTC');
  });

  it('tells how long ago and how far ahead', () => {
    const now = Date.parse('2026-11-22T08:00:00Z');
    expect(fromNow('2026-11-22T08:05:00Z', now)).toBe('in 5 minutes');
    expect(fromNow('2026-11-22T07:59:30Z', now)).toBe('30 seconds ago');
  });

  it('counts seconds like a clock', () => {
    expect(clock(65)).toBe('1:05');
    expect(clock(7389)).toBe('2:03:09');
  });
});
