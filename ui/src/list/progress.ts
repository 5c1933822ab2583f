import type { Import } from '../api/types';

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
