import { Button, Group, Progress, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Page } from '../api/client';
import { complained } from '../parts/notify';
import { Panel } from '../parts/Page';
import { isOpen, progressOf, sentence } from './rezonings';
import type { RezoningView } from './types';

/** Finds out the zones of all lists anew, and shows how far that is. */
export function RezoneLists() {
  const client = useQueryClient();
  const key = ['/rezonings', 'all'];
  const found = useQuery({
    queryKey: key,
    queryFn: () => api.get<Page<RezoningView>>('/rezonings', { limit: 100 }),
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? 1000 : false),
  });
  const views = found.data?.items ?? [];
  const begin = useMutation({
    mutationFn: () => api.post('/rezonings'),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
    onError: complained,
  });
  const { lists, contacts, contactsTotal } = progressOf(views);
  return (
    <Panel title="Lists that are there already">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {sentence(views)}
        </Text>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={begin.isPending}
          disabled={lists > 0}
          onClick={() => begin.mutate()}
        >
          Re-zone all lists
        </Button>
      </Group>
      {lists > 0 && (
        <Progress
          mt="sm"
          aria-label="Re-zoning"
          value={contactsTotal === 0 ? 0 : (contacts / contactsTotal) * 100}
        />
      )}
    </Panel>
  );
}
