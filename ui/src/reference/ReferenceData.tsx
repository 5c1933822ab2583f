import { Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck, IconDatabase, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Stat } from '../parts/Stat';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { DataSource } from './DataSource';
import { RezoneLists } from './RezoneLists';
import type { ReferenceVersion } from './types';
import { UploadVersion } from './UploadVersion';
import { activation, KINDS, kindsOf, sourceOf } from './versions';

const column = createColumnHelper<ReferenceVersion>();
const DATA = [
  column.accessor('version', {
    header: 'Version',
    cell: ({ row, getValue }) => (
      <Group gap="xs" wrap="nowrap">
        <b>{getValue()}</b>
        {row.original.active && (
          <Badge color="pine" miw="max-content">
            Active
          </Badge>
        )}
      </Group>
    ),
  }),
  column.accessor('date', { header: 'Date of the data', cell: (c) => c.getValue() ?? '–' }),
  column.accessor(sourceOf, {
    id: 'source',
    header: 'Source',
    cell: ({ row: { original: version }, getValue }) => (
      <Stack gap={0} maw={300}>
        <Text size="sm" truncate title={getValue()}>
          {getValue()}
        </Text>
        {version.addedAt && (
          <Text size="xs" c="dimmed">
            <When at={version.addedAt} /> {version.addedBy && `by ${version.addedBy}`}
          </Text>
        )}
      </Stack>
    ),
  }),
  ...KINDS.map(({ kind, label }) =>
    column.accessor(kind, {
      header: label,
      cell: (c) => (c.row.original.source === 'BUNDLED' ? '–' : count(c.getValue())),
      meta: NUMERIC,
    }),
  ),
  column.accessor('activatedAt', {
    header: 'Last made active',
    cell: (c) => <When at={c.getValue()} />,
  }),
];

/** What is known of numbers and places, the same for all tenants. */
export default function ReferenceData() {
  const client = useQueryClient();
  const [uploading, setUploading] = useState(false);
  const versions = usePaged<ReferenceVersion>('/reference-data');
  const active = versions.rows.find((version) => version.active);
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'activate',
        header: '',
        cell: ({ row }) =>
          row.original.active ? null : (
            <ConfirmButton
              label="Make active"
              question={activation(row.original, active)}
              icon={<IconCheck size={16} />}
              color="pine"
              onConfirm={async () => {
                await api.post(`/reference-data/${row.original.id}/activate`);
                await client.invalidateQueries({ queryKey: ['/reference-data'] });
              }}
            />
          ),
      }),
    ],
    [client, active],
  );
  return (
    <Page
      title="Reference data"
      lead="Zones, states and line types of numbers, zones of postal codes, states and countries; the same for all tenants."
      actions={
        <Button leftSection={<IconUpload size={16} />} onClick={() => setUploading(true)}>
          Upload a version
        </Button>
      }
    >
      {active && (
        <SimpleGrid cols={{ base: 2, md: 4 }}>
          {kindsOf(active).map(({ label, value, hint }) => (
            <Stat key={label} label={label} value={value} hint={hint} />
          ))}
        </SimpleGrid>
      )}
      <DataSource />
      <RezoneLists />
      <Panel title="Versions" flush>
        <DataTable
          label="Versions of the reference data"
          source={versions}
          columns={columns}
          empty={<Empty icon={IconDatabase} title="No versions" />}
        />
      </Panel>
      <UploadVersion opened={uploading} onClose={() => setUploading(false)} />
    </Page>
  );
}
