import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { api, type Page, type Query } from './client';
import { newest } from './pushed';

/** Items without an id, as in statistics, are never pushed. */
function itemNow<T>(path: string, asked: number, item: T): T {
  const { id } = item as { id?: string };
  return id === undefined ? item : newest(`${path}/${id}`, asked, item);
}

/** Rows of a list that is read page by page as far as somebody looks. */
export function usePaged<T>(path: string, query: Query = {}, enabled = true, poll?: number) {
  const result = useInfiniteQuery({
    queryKey: [path, 'list', query],
    queryFn: async ({ pageParam }) => {
      const asked = performance.now();
      const cursor = pageParam ?? undefined;
      const page = await api.get<Page<T>>(path, { limit: 100, ...query, cursor });
      return { ...page, items: page.items.map((item) => itemNow(path, asked, item)) };
    },
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

/** Lists that go on are read newest first; what lies behind their pages is not missed. */
function reaches<T extends { id: string }>(data: Pages<T>, id: string): boolean {
  const newest = data.pages[0]?.items[0];
  return !data.pages.at(-1)?.next || !newest || Number(id) > Number(newest.id);
}

/** Whether a list that reaches as far as this item, and asked for such items, does not know it. */
export function misses<T extends { id: string }>(
  data: Pages<T> | undefined,
  query: Query,
  item: T,
): boolean {
  if (!data || holds(data, item.id) || !reaches(data, item.id)) return false;
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
