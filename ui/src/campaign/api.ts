import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client';
import { usePollInterval } from '../api/events';
import { usePaged } from '../api/paged';
import { complained } from '../parts/notify';
import type { GroupAction } from './actions';
import { recordSample } from './samples';
import type { Group, Why } from './types';

const GROUPS = '/campaign-groups';

export function useGroups() {
  const groups = usePaged<Group>(GROUPS, {}, true, Math.min(usePollInterval(), 5_000));
  const { data } = groups;
  useEffect(() => {
    for (const page of data?.pages ?? []) page.items.forEach(recordSample);
  }, [data]);
  return groups;
}

export function useGroup(id: string) {
  const query = useQuery({
    queryKey: [GROUPS, id],
    queryFn: () => api.get<Group>(`${GROUPS}/${id}`),
    refetchInterval: Math.min(usePollInterval(), 2_000),
  });
  const group = query.data;
  useEffect(() => {
    if (group) recordSample(group);
  }, [group]);
  return query;
}

/** Asked anew when the state changes: what held in the last one says nothing of this one. */
export function useWhy({ id, state, halted }: Group) {
  return useQuery({
    queryKey: [GROUPS, id, 'why', state, halted],
    queryFn: () => api.get<Why>(`${GROUPS}/${id}/why`),
    refetchInterval: 3_000,
  });
}

/** Sends one of the group's actions and shows its new state at once. */
export function useGroupAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, body }: { action: GroupAction; body?: object }) =>
      api.post<Group>(`${GROUPS}/${id}/${action}`, body ?? {}),
    onSuccess: (group) => {
      client.setQueryData([GROUPS, id], group);
      void client.invalidateQueries({ queryKey: [GROUPS] });
    },
    onError: complained,
  });
}
