import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { api, type Page, type Query } from './client';

/** Rows of a list that is read page by page as far as somebody looks. */
export function usePaged<T>(path: string, query: Query = {}, enabled = true, poll?: number) {
  const result = useInfiniteQuery({
    queryKey: [path, 'list', query],
    queryFn: ({ pageParam }) =>
      api.get<Page<T>>(path, { limit: 100, ...query, cursor: pageParam ?? undefined }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled,
    refetchInterval: poll,
  });
  const rows = result.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...result, rows };
}

export type Paged<T> = ReturnType<typeof usePaged<T>>;

type Pages<T> = InfiniteData<Page<T>>;

function holds<T extends { id: string }>(data: Pages<T>, id: string): boolean {
  return data.pages.some((page) => page.items.some((item) => item.id === id));
}

/** Whether a list that was read to its end, and asked for such items, does not know this one. */
export function misses<T extends { id: string }>(
  data: Pages<T> | undefined,
  query: Query,
  item: T,
): boolean {
  if (!data || data.pages.at(-1)?.next || holds(data, item.id)) return false;
  const asked = Object.entries(query).filter(([name, value]) => name in item && value);
  return asked.every(([name, value]) => (item as Record<string, unknown>)[name] === value);
}

/** The same pages with one changed item in its place; one that is not there stays away. */
export function withItem<T extends { id: string }>(
  data: Pages<T> | undefined,
  item: T,
): Pages<T> | undefined {
  if (!data || !holds(data, item.id)) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((i) => (i.id === item.id ? item : i)),
  }));
  return { ...data, pages };
}
