import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconId, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count } from '../parts/format';
import { useNow } from '../parts/now';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { LoadRegistry } from './LoadRegistry';
import { Loads } from './Loads';
import { NewRegistry } from './NewRegistry';
import { isComing, standing, STATES } from './standing';
import type { Registry } from './types';

const column = createColumnHelper<Registry>();

function Stands({ registry }: { registry: Registry }) {
  const now = useNow();
  const { label, color } = standing(registry, new Date(now));
  const { latest } = registry;
  const news = latest && latest.version !== registry.inForce?.version ? latest : null;
  return (
    <Stack gap={4} align="flex-start">
      <Badge color={color} miw="max-content">
        {label}
      </Badge>
      {news && (
        <Text size="xs" c={news.state === 'FAILED' ? 'red' : 'dimmed'} maw={320}>
          Version {news.version}: {news.error?.detail ?? STATES[news.state].label}
          {news.state === 'LOADING' && `, ${count(news.lines)} lines read`}
        </Text>
      )}
    </Stack>
  );
}

const COLUMNS = [
  column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('country', { header: 'Country' }),
  column.display({
    id: 'stands',
    header: 'Standing',
    cell: ({ row }) => <Stands registry={row.original} />,
  }),
  column.accessor((r) => r.inForce?.numbers ?? 0, {
    id: 'numbers',
    header: 'Numbers',
    cell: (c) => (c.row.original.inForce ? count(c.getValue()) : '–'),
    meta: NUMERIC,
  }),
  column.accessor((r) => r.inForce?.dataDate ?? '', {
    id: 'date',
    header: 'Date of the data',
    cell: (c) => c.getValue() || '–',
  }),
  column.accessor((r) => r.usableTill ?? '', {
    id: 'till',
    header: 'Usable till',
    cell: (c) => (c.getValue() ? <When at={c.getValue()} /> : '–'),
  }),
];

/** National do-not-call files: what is in force, how old it is, and what was loaded. */
export default function Registries() {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [loading, setLoading] = useState<Registry | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const registries = usePaged<Registry>('/registries', {}, true, 2_000);
  const shown = registries.rows.find((r) => r.id === chosen) ?? registries.rows[0];
  const columns = useMemo(
    () => [
      ...COLUMNS,
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row: { original: registry } }) => (
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <Button size="compact-xs" variant="subtle" onClick={() => setChosen(registry.id)}>
              Loads
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconUpload size={14} />}
              disabled={isComing(registry.latest)}
              onClick={() => setLoading(registry)}
            >
              Load a file
            </Button>
            <ConfirmButton
              label="Remove"
              question={`Remove ${registry.name} with all its numbers?`}
              onConfirm={async () => {
                await api.delete(`/registries/${registry.id}`);
                await client.invalidateQueries({ queryKey: ['/registries'] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New registry
    </Button>
  );
  return (
    <Page
      title="Registries"
      lead="National do-not-call files. Data older than the law allows stop every attempt that needs them."
      actions={create}
    >
      <Panel flush>
        <DataTable
          label="Registries"
          source={registries}
          columns={columns}
          empty={
            <Empty icon={IconId} title="No registries yet" action={create}>
              Create one for each national registry you subscribe to, then load its file.
            </Empty>
          }
        />
      </Panel>
      {shown && <Loads registry={shown} />}
      <NewRegistry opened={opened} onClose={close} />
      {loading && <LoadRegistry registry={loading} onClose={() => setLoading(null)} />}
    </Page>
  );
}
