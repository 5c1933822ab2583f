import { api } from './client';

interface Pushed {
  at: number;
  item: unknown;
}

const pushed = new Map<string, Pushed>();

/** Remembers what arrived by itself, and when. */
export function remember(resource: string, item: { id: string }): void {
  pushed.set(`${resource}/${item.id}`, { at: performance.now(), item });
}

/** An item that was asked for then, or what was pushed of it while the answer was under way. */
export function newest<T>(resource: string, asked: number, item: T): T {
  const { id } = item as { id?: string };
  const later = id === undefined ? undefined : pushed.get(`${resource}/${id}`);
  return later && later.at >= asked ? (later.item as T) : item;
}

/** Reads one item; an answer never puts back what was pushed meanwhile. */
export async function readItem<T>(resource: string, id: string): Promise<T> {
  const asked = performance.now();
  return newest(resource, asked, await api.get<T>(`${resource}/${id}`));
}
