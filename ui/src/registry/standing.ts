import type { Registry, RegistryVersion } from './types';

export interface Standing {
  label: string;
  color: string;
}

/** How a registry stands, in a word: what an operator must act on comes first. */
export function standing(registry: Registry, now: Date): Standing {
  if (!registry.inForce) return { label: 'Nothing in force', color: 'red' };
  if (!registry.usable) return { label: 'Too old', color: 'red' };
  const left = new Date(registry.usableTill ?? 0).getTime() - now.getTime();
  const days = Math.floor(left / 86_400_000);
  return days < 5
    ? { label: days < 1 ? 'Too old within a day' : `Too old in ${days} days`, color: 'yellow' }
    : { label: 'In force', color: 'pine' };
}

/** Whether something is still going on, so that it is worth looking again soon. */
export function isComing(version: RegistryVersion | null): boolean {
  return version?.state === 'LOADING' || version?.state === 'READY';
}

export const STATES: Record<RegistryVersion['state'], Standing> = {
  LOADING: { label: 'Loading', color: 'blue' },
  READY: { label: 'Being fetched by all nodes', color: 'blue' },
  IN_FORCE: { label: 'In force', color: 'pine' },
  REPLACED: { label: 'Replaced', color: 'gray' },
  FAILED: { label: 'Failed', color: 'red' },
};
