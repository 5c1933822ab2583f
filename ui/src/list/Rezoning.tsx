import { Button, Group, Progress, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { count } from '../parts/format';
import { complained } from '../parts/notify';
import { Panel } from '../parts/Page';

interface RezoningView {
  id: string;
  state: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'CANCELLED';
  contactsTotal: number;
  contacts: number;
  changed: number;
  records: number;
}

const OPEN = ['QUEUED', 'RUNNING'];

/** Finds out the zones of a list's devices anew, and shows how far that is. */
export function Rezoning({ listId }: { listId: string }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const key = ['/rezonings', listId];
  const last = useQuery({
    queryKey: key,
    queryFn: () => api.get<{ items: RezoningView[] }>(`/rezonings?listId=${listId}&limit=1`),
    refetchInterval: (query) =>
      OPEN.includes(query.state.data?.items[0]?.state ?? '') ? 1000 : false,
  });
  const view = last.data?.items[0];
  const open = view !== undefined && OPEN.includes(view.state);
  const begin = async () => {
    setBusy(true);
    try {
      await api.post(`/contact-lists/${listId}/rezone`, {});
      await client.invalidateQueries({ queryKey: key });
    } catch (error) {
      complained(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title="After a change of reference data or of the zone map">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {view ? sentence(view) : 'Zones and line types are those of the time of the import.'}
        </Text>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={busy}
          disabled={open}
          onClick={() => void begin()}
        >
          Re-zone the list
        </Button>
      </Group>
      {open && (
        <Progress
          mt="sm"
          aria-label="Re-zoning"
          value={view.contactsTotal === 0 ? 0 : (view.contacts / view.contactsTotal) * 100}
        />
      )}
    </Panel>
  );
}

function sentence(view: RezoningView): string {
  const changes = `${count(view.changed)} devices changed, ${count(view.records)} records followed`;
  switch (view.state) {
    case 'QUEUED':
      return 'Waits its turn, and for imports that began before.';
    case 'RUNNING':
      return `${count(view.contacts)} of ${count(view.contactsTotal)} contacts; ${changes}.`;
    case 'COMPLETED':
      return `Done: ${changes}.`;
    case 'CANCELLED':
      return `Cancelled; ${changes} before.`;
  }
}
