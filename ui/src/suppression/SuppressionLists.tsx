import { Anchor, Badge, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconPlus } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import { usePaged } from '../api/paged';
import type { SuppressionList } from '../api/types';
import { RunningImports } from '../list/RunningImports';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count, words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Secured } from '../parts/Secured';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { NewSuppressionList } from './NewSuppressionList';
import { retentionOf } from './retention';

const column = createColumnHelper<SuppressionList>();
const COLUMNS = [
  column.accessor('name', {
    header: 'Name',
    cell: ({ row, getValue }) => (
      <Group gap="xs">
        <Anchor component={Link} to={`/suppression/${row.original.id}`} fw={600} size="sm">
          {getValue()}
        </Anchor>
        {row.original.required && <Badge color="red">Required</Badge>}
        {row.original.secured && <Secured />}
      </Group>
    ),
  }),
  column.accessor('entries', {
    header: 'Live entries',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('size', {
    header: 'Lines put in',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('type', { header: 'By', cell: (c) => words(c.getValue()) }),
  column.accessor('channels', {
    header: 'Channels',
    enableSorting: false,
    cell: (c) => c.getValue().map(words).join(', '),
  }),
  column.accessor('retention', { header: 'Retention', cell: (c) => retentionOf(c.getValue()) }),
  column.accessor('expires', {
    header: 'Expires',
    cell: (c) => (c.getValue() ? <When at={c.getValue()} /> : 'Never'),
  }),
  column.accessor('createdAt', { header: 'Created', cell: (c) => <When at={c.getValue()} /> }),
];

export default function SuppressionLists() {
  const [opened, { open, close }] = useDisclosure();
  const lists = usePaged<SuppressionList>('/suppression-lists');
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New suppression list
    </Button>
  );
  return (
    <Page
      title="Suppression lists"
      lead="Who must not be contacted. Required lists apply to every campaign, running ones too."
      actions={create}
    >
      <RunningImports kind="SUPPRESSION" />
      <Panel flush>
        <DataTable
          label="Suppression lists"
          source={lists}
          columns={COLUMNS}
          empty={
            <Empty icon={IconBan} title="No suppression lists yet" action={create}>
              Create one, then import a file or add single entries.
            </Empty>
          }
        />
      </Panel>
      <NewSuppressionList opened={opened} onClose={close} />
    </Page>
  );
}
