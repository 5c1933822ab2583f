import { Anchor, Button, Text } from '@mantine/core';
import { IconPhoneOutgoing, IconPlus } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count, percent, words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { useGroups } from './api';
import { GroupStateBadge } from './GroupState';
import { RecordsBar } from './RecordsBar';
import type { Group } from './types';

const column = createColumnHelper<Group>();
const COLUMNS = [
  column.accessor('name', {
    header: 'Name',
    cell: ({ row, getValue }) => (
      <Anchor component={Link} to={`/groups/${row.original.id}`} fw={600} size="sm">
        {getValue()}
      </Anchor>
    ),
  }),
  column.accessor('state', {
    header: 'State',
    cell: ({ row }) => <GroupStateBadge state={row.original.state} halted={row.original.halted} />,
  }),
  column.accessor((g) => words(g.mode ?? g.channel), { id: 'mode', header: 'Mode' }),
  column.accessor((g) => g.records.final + g.records.suppressed, {
    id: 'progress',
    header: 'Records',
    cell: ({ row }) => (
      <div style={{ minWidth: 160 }}>
        <RecordsBar records={row.original.records} size="sm" />
        <Text size="xs" c="dimmed" className="num" mt={2}>
          {count(row.original.records.final + row.original.records.suppressed)} of{' '}
          {count(row.original.records.total)} done
        </Text>
      </div>
    ),
  }),
  column.accessor((g) => g.records.inProgress, {
    id: 'inProgress',
    header: 'In progress',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor((g) => g.attempts.total, {
    id: 'attempts',
    header: 'Attempts',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('occupancyPct', {
    header: 'Occupancy',
    cell: (c) => percent(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('abandonRatePct', {
    header: 'Abandon rate',
    cell: (c) => percent(c.getValue()),
    meta: NUMERIC,
  }),
];

export function NewGroupButton() {
  return (
    <Button component={Link} to="/groups/new" leftSection={<IconPlus size={16} />}>
      New campaign group
    </Button>
  );
}

export default function Groups() {
  const groups = useGroups();
  return (
    <Page
      title="Campaign groups"
      lead="Units that are loaded, started, paused, stopped and unloaded."
      actions={<NewGroupButton />}
    >
      <Panel flush>
        <DataTable
          label="Campaign groups"
          source={groups}
          columns={COLUMNS}
          empty={
            <Empty
              icon={IconPhoneOutgoing}
              title="No campaign groups yet"
              action={<NewGroupButton />}
            >
              A group dials the contacts of its lists at lawful moments, at the pace its agents can
              take.
            </Empty>
          }
        />
      </Panel>
    </Page>
  );
}
