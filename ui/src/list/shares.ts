import { lineTypeOf } from './lineTypes';

/** One part of a bar. */
export interface Share {
  key: string;
  label: string;
  /** The whole of what the label shortens. */
  title: string;
  count: number;
  pct: number;
}

/** Sets of zones as a bar shows them: most first, what is left out and what is small as one. */
export function zoneShares(
  zones: Record<string, number>,
  otherZones: number,
  most: number,
): Share[] {
  const sorted = Object.entries(zones).sort((a, b) => b[1] - a[1]);
  const shown = sorted.slice(0, most);
  const rest = sorted.slice(most).reduce((sum, [, n]) => sum + n, otherZones);
  const all = sorted.reduce((sum, [, n]) => sum + n, otherZones);
  const parts = shown.map(([key, n]) => part(key, zoneLabel(key), zoneTitle(key), n, all));
  return rest > 0 ? [...parts, part('other', 'other zones', 'Other zones', rest, all)] : parts;
}

/** Line types as a bar shows them, most first. */
export function typeShares(types: Record<string, number>): Share[] {
  const sorted = Object.entries(types).sort((a, b) => b[1] - a[1]);
  const all = sorted.reduce((sum, [, n]) => sum + n, 0);
  return sorted.map(([key, n]) => {
    const label = key === 'EMAIL' ? 'e-mail' : lineTypeOf(key);
    return part(key, label, label, n, all);
  });
}

function part(key: string, label: string, title: string, count: number, all: number): Share {
  return { key, label, title, count, pct: all === 0 ? 0 : (count / all) * 100 };
}

/** America/Argentina/Buenos_Aires → Buenos Aires; of several the first and how many more. */
function zoneLabel(key: string): string {
  const [first = '', ...more] = key.split('|');
  if (!first) return 'unknown';
  const city = first.slice(first.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return more.length > 0 ? `${city} +${more.length}` : city;
}

function zoneTitle(key: string): string {
  return key ? key.split('|').join(', ') : "Unknown: the list's or the tenant's zone";
}
