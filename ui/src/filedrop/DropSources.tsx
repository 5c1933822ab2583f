import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { IconFolderDown, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { spoken } from '../parts/duration';
import { count, words } from '../parts/format';
import { complained } from '../parts/notify';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { DropRuns } from './DropRuns';
import { DropSourceForm } from './DropSourceForm';
import { TryDropSource } from './TryDropSource';
import { isOfContacts, type DropSource } from './types';

const column = createColumnHelper<DropSource>();
const DATA = [
  column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('kind', {
    header: 'Kind',
    cell: (c) => (
      <Badge color="gray" miw="max-content">
        {c.getValue()}
      </Badge>
    ),
  }),
  column.accessor('url', {
    header: 'Place',
    cell: ({ row, getValue }) => (
      <>
        <span className="mono">{getValue()}</span>
        <Text size="xs" c="dimmed">
          {filesOf(row.original)}
        </Text>
      </>
    ),
  }),
  column.accessor('action', { header: 'Action', cell: (c) => words(c.getValue()) }),
  column.accessor((s) => s.cron ?? s.every, {
    id: 'when',
    header: 'When',
    cell: ({ row: { original: source } }) =>
      source.cron ? (
        <>
          <span className="mono">{source.cron}</span>
          <Text size="xs" c="dimmed">
            {source.timeZone ?? 'UTC'}, next <When at={source.nextRun} relative />
          </Text>
        </>
      ) : (
        `every ${spoken(source.every ?? '')}`
      ),
  }),
  column.accessor('lastRun', {
    header: 'Last run',
    cell: (c) => <When at={c.getValue()} relative />,
  }),
  column.accessor('taken', {
    header: 'Files taken',
    cell: (c) => (c.row.original.export ? '–' : count(c.getValue())),
    meta: NUMERIC,
  }),
  column.accessor('lastError', {
    header: 'State',
    cell: (c) =>
      c.getValue() ? (
        <Trouble source={c.row.original} />
      ) : (
        <Badge color="pine" miw="max-content">
          Fine
        </Badge>
      ),
  }),
];

/** Why the last look failed, how often it did by now, and when the next one is. */
function Trouble({ source }: { source: DropSource }) {
  return (
    <>
      <Text
        size="sm"
        c="red"
        miw={240}
        maw={320}
        lineClamp={4}
        title={source.lastError ?? undefined}
        style={{ overflowWrap: 'anywhere' }}
      >
        {source.lastError}
      </Text>
      <Text size="xs" c="dimmed">
        {source.failures === 1 ? 'failed once' : `failed ${count(source.failures)} times`}, next try{' '}
        <When at={source.nextTry} relative />
      </Text>
    </>
  );
}

/** Which files are meant: those that are taken, or the one that is written. */
function filesOf(source: DropSource): string {
  if (source.export) {
    const kind = isOfContacts(source.action) ? 'list' : 'suppression';
    return `writes ${source.export.fileName ?? `${kind}-{list}-{date}-{time}`}`;
  }
  const { action } = source.after;
  return `files ${source.mask}${action === 'LEAVE' ? '' : `, then ${words(action).toLowerCase()}`}`;
}

/** Places whose files are taken by themselves. */
export default function DropSources() {
  const client = useQueryClient();
  const [form, setForm] = useState<{ source?: DropSource } | null>(null);
  const [runsOf, setRunsOf] = useState<DropSource | null>(null);
  const sources = usePaged<DropSource>('/drop-sources', {}, true, 5_000);
  const take = useMutation({
    mutationFn: (source: DropSource) => api.post<DropSource>(`/drop-sources/${source.id}/take`),
    onSuccess: (source) => setRunsOf(source),
    onError: complained,
  });
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'do',
        header: '',
        cell: ({ row: { original: source } }) => (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <TryDropSource source={source} />
            <Button size="compact-sm" variant="subtle" onClick={() => setRunsOf(source)}>
              Runs
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => take.mutate(source)}>
              {source.export ? 'Export now' : 'Take now'}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setForm({ source })}>
              Change
            </Button>
            <ConfirmButton
              label="Delete drop source"
              question={`Delete ${source.name}? ${source.export ? 'Nothing is written there' : 'Its files are not taken'} any more.`}
              onConfirm={async () => {
                await api.delete(`/drop-sources/${source.id}`);
                await client.invalidateQueries({ queryKey: ['/drop-sources'] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client, take],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({})}>
      New drop source
    </Button>
  );
  return (
    <Page
      title="List automation"
      lead="Places that files are taken from by themselves, or lists exported to. Equal content is taken once; a file still being written is not taken."
      actions={create}
    >
      <Alert color="gray" variant="light" title="Built in">
        Files put into the folders drops/…/contacts and drops/…/suppression of the data directory
        are taken without any source made here.
      </Alert>
      <Panel flush>
        <DataTable
          label="Drop sources"
          source={sources}
          columns={columns}
          empty={
            <Empty icon={IconFolderDown} title="No drop sources yet" action={create}>
              Watch a folder or an FTP, FTPS or SFTP server for lists, or export a list to one.
            </Empty>
          }
        />
      </Panel>
      {runsOf && <DropRuns source={runsOf} onClose={() => setRunsOf(null)} />}
      {form && (
        <DropSourceForm
          key={form.source?.id ?? 'new'}
          source={form.source}
          onClose={() => setForm(null)}
        />
      )}
    </Page>
  );
}
