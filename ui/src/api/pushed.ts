interface Pushed {
  at: number;
  value: unknown;
}

const pushed = new Map<string, Pushed>();

/** Remembers what arrived of a resource by itself, and when. */
export function remember(path: string, value: unknown): void {
  pushed.set(path, { at: performance.now(), value });
}

/** What was asked for then, or what was pushed of it while the answer was under way. */
export function newest<T>(path: string, asked: number, answer: T): T {
  const later = pushed.get(path);
  return later && later.at >= asked ? (later.value as T) : answer;
}
