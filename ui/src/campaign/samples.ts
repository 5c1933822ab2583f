import { useSyncExternalStore } from 'react';
import type { Group } from './types';

/** What a group looked like at one moment. */
export interface Sample {
  /** Seconds since 1970. */
  at: number;
  attempts: number;
  inProgress: number;
  final: number;
  talking: number;
}

export const KEPT = 1800;
const SPACING = 0.9;

/** The series with one more sample; a burst within a second leaves one, old ones go. */
export function withSample(samples: Sample[], next: Sample): Sample[] {
  const last = samples.at(-1);
  const before = samples.at(-2);
  const burst = last && before && next.at - before.at < SPACING;
  const kept = burst ? samples.slice(0, -1) : samples;
  return [...kept, next].slice(-KEPT);
}

/** Attempts a minute over the last ten seconds before each sample. */
export function attemptRates(samples: Sample[]): (number | null)[] {
  let from = 0;
  return samples.map((sample, n) => {
    while (from < n - 1 && sample.at - (samples[from]?.at ?? 0) > 10) from += 1;
    const first = samples[from];
    if (!first || n === 0) return null;
    const seconds = sample.at - first.at;
    const made = sample.attempts - first.attempts;
    return seconds > 0 && made >= 0 ? Math.round((made / seconds) * 60) : null;
  });
}

const series = new Map<string, Sample[]>();
const listeners = new Set<() => void>();
const NONE: Sample[] = [];

/** Remembers a group's numbers, so that a chart has a past when it is opened. */
export function recordSample(group: Group): void {
  const sample: Sample = {
    at: Date.now() / 1000,
    attempts: group.attempts.total,
    inProgress: group.records.inProgress,
    final: group.records.final + group.records.suppressed,
    talking: group.agents.talking,
  };
  series.set(group.id, withSample(series.get(group.id) ?? [], sample));
  for (const listener of listeners) listener();
}

export function useSamples(groupId: string): Sample[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => series.get(groupId) ?? NONE,
  );
}
