import { describe, expect, it } from 'vitest';
import { attemptRates, KEPT, withSample, type Sample } from './samples';

const sample = (at: number, attempts: number): Sample => ({
  at,
  attempts,
  inProgress: 0,
  final: 0,
  talking: 0,
});

describe('samples of a group', () => {
  it('keep the last of a burst', () => {
    const burst = [sample(0, 0), sample(0.2, 1), sample(0.4, 2), sample(0.6, 3)];
    const kept = burst.reduce<Sample[]>(withSample, []);
    expect(kept.map((s) => s.attempts)).toEqual([0, 3]);
  });

  it('forget what is old', () => {
    const many = Array.from({ length: KEPT + 10 }, (_, n) => sample(n, n));
    const kept = many.reduce<Sample[]>(withSample, []);
    expect(kept).toHaveLength(KEPT);
    expect(kept[0]?.at).toBe(10);
  });

  it('give attempts a minute over the last ten seconds', () => {
    const steady = Array.from({ length: 30 }, (_, n) => sample(n, n * 5));
    expect(attemptRates(steady).at(-1)).toBe(300);
    expect(attemptRates(steady)[0]).toBeNull();
  });

  it('show a gap, not a plunge, where a new run begins to count', () => {
    expect(attemptRates([sample(0, 500), sample(1, 3)])).toEqual([null, null]);
  });
});
