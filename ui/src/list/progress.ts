import type { Import } from '../api/types';
import { bytes, count } from '../parts/format';

export function isRunning({ state }: Import): boolean {
  return state === 'RUNNING' || state === 'QUEUED';
}

/** What was taken: "UTF-8", "XLSX in ZIP", "windows-1252 in GZIP". */
export function formatOf({
  format,
  wrapper,
  charset,
}: Pick<Import, 'format' | 'wrapper' | 'charset'>): string {
  const content = format === 'CSV' ? charset : format;
  return wrapper ? `${content} in ${wrapper}` : `${content}`;
}

/** What a running import is at, and how far; rows and bytes while it loads. */
export function phaseOf(item: Import): string {
  const { phase, phaseDone } = item;
  if (phase === 'PREPARING') {
    return phaseDone > 0 ? `Reading the file · ${bytes(phaseDone)} so far` : 'Looking at the file';
  }
  if (phase === 'FINISHING') {
    const rows = `${count(item.rowsRead)} rows read · finishing`;
    return phaseDone > 0 ? `${rows} · ${count(phaseDone)} entries in force` : rows;
  }
  return `${count(item.rowsRead)} rows · ${bytes(item.bytesRead)} of ${bytes(item.bytesTotal)}`;
}

/** How far an import is (0 to 1, by bytes), and how long it still takes at its mean speed. */
export function progressOf(
  item: Import,
  now: number,
): { share: number; secondsLeft: number | null } {
  const share = item.bytesTotal > 0 ? Math.min(1, item.bytesRead / item.bytesTotal) : 0;
  if (!item.startedAt || share < 0.01) return { share, secondsLeft: null };
  const elapsed = (now - Date.parse(item.startedAt)) / 1000;
  if (elapsed < 1) return { share, secondsLeft: null };
  return { share, secondsLeft: Math.round((elapsed * (1 - share)) / share) };
}
