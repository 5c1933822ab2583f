import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { recordSample } from '../campaign/samples';
import type { Group } from '../campaign/types';
import { isRunning } from '../list/progress';
import { url, type Page, type Query } from './client';
import { misses, withItem } from './paged';
import { remember } from './pushed';
import type { Halt, Import } from './types';

export type LiveState = 'connecting' | 'open' | 'broken';

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

function become(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Whether changes arrive by themselves at this moment. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** How often to ask: seldom while changes arrive by themselves, often while they do not. */
export function usePollInterval(): number {
  return useLiveState() === 'open' ? 15_000 : 2_000;
}

interface Item {
  id: string;
}

const readAgain = new Set<string>();

/** Lists that do not know an item yet are read again, once for a burst of them. */
function readLists(client: QueryClient, resource: string): void {
  if (readAgain.has(resource)) return;
  readAgain.add(resource);
  setTimeout(() => {
    readAgain.delete(resource);
    void client.invalidateQueries({ queryKey: [resource, 'list'] });
  }, 400);
}

/** Whether the item was new to a list that should know it. */
function put(client: QueryClient, resource: string, item: Item): boolean {
  remember(`${resource}/${item.id}`, item);
  client.setQueryData([resource, item.id], item);
  const lists = { queryKey: [resource, 'list'] };
  const known = client.getQueriesData<InfiniteData<Page<Item>>>(lists);
  const missed = known.some(([key, data]) => misses(data, key[2] as Query, item));
  if (missed) readLists(client, resource);
  client.setQueriesData<InfiniteData<Page<Item>>>(lists, (data) => withItem(data, item));
  return missed;
}

const HANDLERS: Record<string, (client: QueryClient, data: unknown) => void> = {
  import: (client, data) => {
    const item = data as Import;
    const fresh = put(client, '/imports', item);
    const lists = item.kind === 'CONTACTS' ? '/contact-lists' : '/suppression-lists';
    if (!isRunning(item)) void client.invalidateQueries({ queryKey: [lists] });
    else if (fresh) readLists(client, lists); // a file that was dropped makes its list itself
  },
  group: (client, data) => {
    const group = data as Group;
    recordSample(group);
    put(client, '/campaign-groups', group);
  },
  halt: (client, data) => {
    remember('/halt', data);
    client.setQueryData<Halt>(['/halt'], data as Halt);
    void client.invalidateQueries({ queryKey: ['/campaign-groups'] });
  },
  agent: (client) => void client.invalidateQueries({ queryKey: ['/agents'] }),
  job: (client) => {
    void client.invalidateQueries({ queryKey: ['/jobs'] });
    void client.invalidateQueries({ queryKey: ['/schedules'] });
  },
};

/** Follows the live events, which administrators may; comes back by itself after a gap. */
export function useLiveEvents(may: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!may) return;
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wait = 500;
    const connect = () => {
      source = new EventSource(url('/events'), { withCredentials: true });
      source.onopen = () => {
        if (state === 'broken') void client.invalidateQueries();
        wait = 500;
        become('open');
      };
      source.onerror = () => {
        become('broken');
        if (source?.readyState !== EventSource.CLOSED) return;
        // Refused outright (a node that is starting, a session that ended): the browser gives up, we do not.
        retry = setTimeout(connect, wait);
        wait = Math.min(wait * 2, 10_000);
      };
      for (const [name, handle] of Object.entries(HANDLERS)) {
        source.addEventListener(name, (event: MessageEvent<string>) =>
          handle(client, JSON.parse(event.data)),
        );
      }
    };
    connect();
    return () => {
      clearTimeout(retry);
      source?.close();
      become('connecting');
    };
  }, [client, may]);
}
