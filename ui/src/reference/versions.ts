import { count } from '../parts/format';
import type { ReferenceVersion } from './types';

/** What a version may tell of. */
export const KINDS = [
  { kind: 'numbers', label: 'Prefixes of numbers' },
  { kind: 'postalCodes', label: 'Postal codes' },
  { kind: 'states', label: 'States' },
  { kind: 'countries', label: 'Country codes' },
] as const;

/** How much of each kind the active version has; what it does not have is the program's own. */
export function kindsOf(active: ReferenceVersion) {
  const version = [active.version, active.date].filter(Boolean).join(' of ');
  return KINDS.map(({ kind, label }) => ({
    label,
    value: active[kind] > 0 ? count(active[kind]) : kind === 'postalCodes' ? 'None' : 'Bundled',
    hint: active[kind] > 0 || active.source === 'BUNDLED' ? version : 'not in this version',
  }));
}

export function sourceOf(version: ReferenceVersion): string {
  switch (version.source) {
    case 'BUNDLED':
      return 'comes with Beckon';
    case 'FILE':
      return `file ${version.origin ?? ''}`;
    case 'HTTP':
      return version.origin ?? 'HTTP';
  }
}

/** What is asked before another version holds. */
export function activation(version: ReferenceVersion, active: ReferenceVersion | undefined) {
  const back = version.activatedAt ? 'Go back to' : 'Change over to';
  const from = active ? ` from ${active.version}` : '';
  return `${back} ${version.version}${from}? It holds on all nodes for whatever is loaded from then on.`;
}
