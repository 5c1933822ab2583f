import { Alert, Badge, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolderDown, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { spoken } from '../parts/duration';
import { count, words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { NewDropSource } from './NewDropSource';
import { TryDropSource } from './TryDropSource';
import type { DropSource } from './types';

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
          files {row.original.mask}
          {row.original.after.action !== 'LEAVE' &&
            `, then ${words(row.original.after.action).toLowerCase()}`}
        </Text>
      </>
    ),
  }),
  column.accessor('action', { header: 'Action', cell: (c) => words(c.getValue()) }),
  column.accessor('every', { header: 'Every', cell: (c) => spoken(c.getValue()) }),
  column.accessor('lastRun', {
    header: 'Last run',
    cell: (c) => <When at={c.getValue()} relative />,
  }),
  column.accessor('taken', {
    header: 'Files taken',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('lastError', {
    header: 'State',
    cell: (c) =>
      c.getValue() ? (
        <Text
          size="sm"
          c="red"
          miw={240}
          maw={320}
          lineClamp={4}
          title={c.getValue() ?? undefined}
          style={{ overflowWrap: 'anywhere' }}
        >
          {c.getValue()}
        </Text>
      ) : (
        <Badge color="pine">Fine</Badge>
      ),
  }),
];

/** Places whose files are taken by themselves. */
export default function DropSources() {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const sources = usePaged<DropSource>('/drop-sources', {}, true, 5_000);
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'try',
        header: '',
        cell: ({ row }) => <TryDropSource source={row.original} />,
      }),
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) => (
          <ConfirmButton
            label="Delete drop source"
            question={`Delete ${row.original.name}? Its files are not taken any more.`}
            onConfirm={async () => {
              await api.delete(`/drop-sources/${row.original.id}`);
              await client.invalidateQueries({ queryKey: ['/drop-sources'] });
            }}
          />
        ),
      }),
    ],
    [client],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New drop source
    </Button>
  );
  return (
    <Page
      title="Drop sources"
      lead="Watched places. Equal content is taken once; a file still being written is not taken."
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
              Watch a folder or an FTP, FTPS or SFTP server for lists.
            </Empty>
          }
        />
      </Panel>
      <NewDropSource opened={opened} onClose={close} />
    </Page>
  );
}
