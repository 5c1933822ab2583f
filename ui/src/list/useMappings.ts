import { useQuery } from '@tanstack/react-query';
import { api, type Page } from '../api/client';
import type { Mapping } from './preview';

/** The saved mappings for one kind of list, as far as choices of a select go. */
export function useMappings(kind: Mapping['kind']): Mapping[] {
  const mappings = useQuery({
    queryKey: ['/mappings', kind],
    queryFn: () => api.get<Page<Mapping>>('/mappings', { kind, limit: 1000 }),
  });
  return mappings.data?.items ?? [];
}
