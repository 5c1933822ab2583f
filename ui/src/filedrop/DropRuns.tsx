import { Anchor, Badge, CloseButton, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { Import } from '../api/types';
import { DataTable } from '../parts/DataTable';
import { count, words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import type { DropRun, DropSource } from './types';

const column = createColumnHelper<DropRun>();
const COLUMNS = [
  column.accessor('startedAt', { header: 'Started', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('finishedAt', { header: 'Finished', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('imports', {
    header: 'Files',
    cell: (c) => (
      <Stack gap={0}>
        {c.row.original.file && (
          <Text size="sm">
            {c.row.original.file}: {count(c.row.original.rows ?? 0)} contacts
          </Text>
        )}
        {c.getValue().length === 0 && !c.row.original.file && <Text size="sm">No new file</Text>}
        {c.getValue().map((id) => (
          <TakenFile key={id} id={id} />
        ))}
      </Stack>
    ),
  }),
  column.accessor('error', {
    header: 'Outcome',
    cell: (c) =>
      c.getValue() ? (
        <Text size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
          {c.getValue()}
        </Text>
      ) : (
        <Badge color="pine">Fine</Badge>
      ),
  }),
];

const isOpen = (taken: Import | undefined) =>
  taken?.state === 'QUEUED' || taken?.state === 'RUNNING';

function TakenFile({ id }: { id: string }) {
  const { data: taken } = useQuery({
    queryKey: ['/imports', id],
    queryFn: () => api.get<Import>(`/imports/${id}`),
    refetchInterval: ({ state }) => (isOpen(state.data) ? 1_000 : false),
  });
  if (!taken) return <Text size="sm">Import {id}</Text>;
  const lists = taken.kind === 'CONTACTS' ? '/lists' : '/suppression';
  return (
    <Text size="sm">
      <Anchor component={Link} to={`${lists}/${taken.listId}`} size="sm">
        {taken.fileName}
      </Anchor>{' '}
      {taken.state === 'COMPLETED'
        ? `${count(taken.accepted)} accepted, ${count(taken.rejected)} rejected`
        : words(taken.state)}
    </Text>
  );
}

/** When a source was looked at and what came of it. */
export function DropRuns({ source, onClose }: { source: DropSource; onClose: () => void }) {
  const runs = usePaged<DropRun>(`/drop-sources/${source.id}/runs`, {}, true, 5_000);
  return (
    <Panel
      title={`Runs of ${source.name}`}
      flush
      actions={<CloseButton aria-label="Close" onClick={onClose} />}
    >
      <DataTable
        label="Runs"
        source={runs}
        columns={COLUMNS}
        height={360}
        empty={<Empty icon={IconHistory} title="Nothing was taken yet" />}
      />
    </Panel>
  );
}
