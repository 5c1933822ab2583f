import type { Problem, Verification } from './types';

/** What going through a day has shown, in a sentence. */
export function finding(found: Verification): { color: string; title: string } {
  switch (found.state) {
    case 'VERIFIED':
      return { color: 'pine', title: 'Every row is as it was when the day was closed' };
    case 'RETIRED':
      return { color: 'gray', title: 'The rows are older than they are kept; the root is intact' };
    case 'OPEN':
      return { color: 'blue', title: 'Not closed yet; what there is holds together' };
    case 'BROKEN':
      return {
        color: 'red',
        title:
          found.problems.length === 1
            ? 'Something was changed: one finding'
            : `Something was changed: ${found.problems.length} findings`,
      };
  }
}

/** Where in which chain something does not fit. */
export function place({ writer, seq }: Problem): string {
  if (!writer) return 'The whole day';
  return seq === null ? `Chain ${writer.slice(0, 8)}` : `Chain ${writer.slice(0, 8)}, row ${seq}`;
}

/** Today by UTC, as days of evidence are counted. */
export function today(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
