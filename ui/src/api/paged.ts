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

/** The same pages with one changed item in its place; new ones come first. */
export function withItem<T extends { id: string }>(
  data: InfiniteData<Page<T>> | undefined,
  item: T,
): InfiniteData<Page<T>> | undefined {
  if (!data) return data;
  const known = data.pages.some((page) => page.items.some((i) => i.id === item.id));
  const pages = data.pages.map((page, n) => {
    if (known) return { ...page, items: page.items.map((i) => (i.id === item.id ? item : i)) };
    return n === 0 ? { ...page, items: [item, ...page.items] } : page;
  });
  return { ...data, pages };
}
