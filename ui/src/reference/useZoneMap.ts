import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ZoneEntry } from './types';

const PATH = '/zone-map';

interface ZoneMap {
  entries: ZoneEntry[];
}

export function useZoneMap() {
  return useQuery({ queryKey: [PATH], queryFn: () => api.get<ZoneMap>(PATH) });
}

/** Changes the map as it is now, not as it was when it was shown; the API takes it as a whole. */
export async function changeZoneMap(change: (entries: ZoneEntry[]) => ZoneEntry[]) {
  const now = await api.get<ZoneMap>(PATH);
  return api.put<ZoneMap>(PATH, { entries: change(now.entries) });
}

/** Puts a CSV file in the place of the whole map. */
export function useZoneMapFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => api.file<ZoneMap>('PUT', PATH, file, 'text/csv; charset=UTF-8'),
    onSuccess: () => client.invalidateQueries({ queryKey: [PATH] }),
  });
}
