import { Badge, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { usePaged } from '../api/paged';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count, words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { STATES } from './standing';
import type { Registry, RegistryVersion } from './types';

const column = createColumnHelper<RegistryVersion>();
const COLUMNS = [
  column.accessor('version', { header: 'Version', meta: NUMERIC }),
  column.accessor('state', {
    header: 'State',
    cell: ({ row: { original: version }, getValue }) => (
      <Stack gap={2} align="flex-start" maw={420}>
        <Badge color={STATES[getValue()].color} miw="max-content">
          {STATES[getValue()].label}
        </Badge>
        {version.error && (
          <Text size="xs" c="dimmed">
            {version.error.detail} {version.error.remedy}
          </Text>
        )}
      </Stack>
    ),
  }),
  column.accessor('kind', { header: 'Kind', cell: (c) => words(c.getValue()) }),
  column.accessor('dataDate', { header: 'Date of the data' }),
  column.accessor('fileName', { header: 'File' }),
  column.accessor('lines', {
    header: 'Lines',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('numbers', {
    header: 'Numbers',
    cell: (c) => (c.getValue() ? count(c.getValue()) : '–'),
    meta: NUMERIC,
  }),
  column.accessor('begunAt', { header: 'Begun', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('by', { header: 'By' }),
];

/** What was loaded into a registry, newest first. */
export function Loads({ registry }: { registry: Registry }) {
  const loads = usePaged<RegistryVersion>(`/registries/${registry.id}/loads`, {}, true, 2_000);
  return (
    <Panel title={`Loads of ${registry.name}`} flush>
      <DataTable
        label={`Loads of ${registry.name}`}
        source={loads}
        columns={COLUMNS}
        empty={<Empty icon={IconFileUpload} title="Nothing was loaded yet" />}
      />
    </Panel>
  );
}
