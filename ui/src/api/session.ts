import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, onSessionExpired } from './client';
import { Problem } from './problem';
import type { Session } from './types';

const KEY = ['session'];

async function whoAmI(): Promise<Session | null> {
  try {
    return await api.get<Session>('/auth/me');
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; null when nobody is. Falls back to null the moment the server says so. */
export function useSession() {
  const client = useQueryClient();
  useEffect(() => onSessionExpired(() => client.setQueryData<Session | null>(KEY, null)), [client]);
  return useQuery({ queryKey: KEY, queryFn: whoAmI, staleTime: 60_000 });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) =>
      api.post('/auth/token', credentials),
    onSuccess: async () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
      await client.invalidateQueries({ queryKey: KEY });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/auth/token'),
    onSettled: () => {
      client.setQueryData<Session | null>(KEY, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
    },
  });
}
