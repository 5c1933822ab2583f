import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { problemOf } from '../api/problem';
import { complained } from '../parts/notify';

/**
 * A download of any size, which the browser keeps and not this page. It is asked for in a frame of
 * its own: a file never arrives there, a refusal does, and is told.
 */
export function useDownload(): { start: (address: string) => void; frame: ReactNode } {
  const [asked, setAsked] = useState<{ address: string; n: number } | null>(null);
  const start = (address: string) => setAsked((last) => ({ address, n: (last?.n ?? 0) + 1 }));
  const frame = asked && (
    <iframe key={asked.n} hidden title="Download" src={asked.address} onLoad={told} />
  );
  return { start, frame };
}

function told(event: SyntheticEvent<HTMLIFrameElement>): void {
  const page = event.currentTarget.contentDocument;
  if (page?.URL === 'about:blank') return;
  complained(refusalIn(page?.body.textContent ?? ''));
}

/** What the server answered instead of a file. */
export function refusalIn(text: string) {
  return problemOf(statusIn(text), 'The list was not exported', text);
}

function statusIn(text: string): number {
  try {
    const { status } = JSON.parse(text) as { status?: unknown };
    return typeof status === 'number' ? status : 0;
  } catch {
    return 0;
  }
}
