import { describe, expect, it } from 'vitest';
import { amountOf, isoOf, secondsOf, spoken } from './duration';

describe('durations', () => {
  it.each([
    ['PT30M', { value: 30, unit: 'M' }],
    ['PT90S', { value: 90, unit: 'S' }],
    ['PT1H30M', { value: 90, unit: 'M' }],
    ['PT24H', { value: 1, unit: 'D' }],
    ['PT0S', { value: 0, unit: 'S' }],
    ['PT1.5S', { value: 1.5, unit: 'S' }],
  ])('reads %s in the largest unit that keeps it whole', (iso, amount) => {
    expect(amountOf(iso)).toEqual(amount);
  });

  it.each(['PT5S', 'PT30M', 'PT12H', 'P3D'])('writes %s as it read it', (iso) => {
    expect(secondsOf(isoOf(amountOf(iso)))).toBe(secondsOf(iso));
  });

  it('refuses what is no duration', () => {
    expect(() => secondsOf('30 minutes')).toThrow('not a duration');
  });

  it('is spoken with a unit', () => {
    expect(spoken('PT30M')).toBe('30 min');
    expect(spoken('P1D')).toBe('1 day');
  });
});
