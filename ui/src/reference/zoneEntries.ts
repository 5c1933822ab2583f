import type { ZoneEntry } from './types';

/** The numbers an entry is about, as they begin. */
export function prefixOf(entry: ZoneEntry): string {
  return `+${entry.countryCode}${entry.areaCode ?? ''}`;
}

/** By the numbers they are about, as a directory has them. */
export function inOrder(entries: ZoneEntry[]): ZoneEntry[] {
  return [...entries].sort((a, b) => (prefixOf(a) < prefixOf(b) ? -1 : 1));
}

/** Those whose numbers or zone have what somebody types. */
export function matching(entries: ZoneEntry[], text: string): ZoneEntry[] {
  const wanted = text.trim().toLowerCase().replaceAll(' ', '_');
  const digits = wanted.replace(/^\+/, '');
  return entries.filter(
    (entry) =>
      entry.zone.toLowerCase().includes(wanted) ||
      (/^\d+$/.test(digits) && prefixOf(entry).slice(1).startsWith(digits)),
  );
}

/** The map without one entry; others stay as they are. */
export function without(entries: ZoneEntry[], gone: ZoneEntry): ZoneEntry[] {
  return entries.filter((entry) => prefixOf(entry) !== prefixOf(gone));
}

/**
 * The map with an entry added, or put in the place of the one that was edited. One that would take
 * the place of another without being asked to stays beside it: the API says that it is there twice.
 */
export function withEntry(
  entries: ZoneEntry[],
  entry: ZoneEntry,
  edited: ZoneEntry | null,
): ZoneEntry[] {
  return [...(edited ? without(entries, edited) : entries), entry];
}
