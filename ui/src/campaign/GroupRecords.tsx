import { Anchor, Select } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePaged } from '../api/paged';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { callResult, count, words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import type { GroupRecord } from './types';

const STATES = ['READY', 'SCHEDULED', 'WAITING', 'IN_PROGRESS', 'FINAL', 'SUPPRESSED'].map(
  (value) => ({ value, label: words(value) }),
);

const column = createColumnHelper<GroupRecord>();
const COLUMNS = [
  column.accessor('device', {
    header: 'Device',
    cell: (c) => (
      <Anchor
        component={Link}
        to={`/contacts?device=${encodeURIComponent(c.getValue())}`}
        size="sm"
        className="num"
      >
        {c.getValue()}
      </Anchor>
    ),
  }),
  column.accessor('state', { header: 'State', cell: (c) => words(c.getValue()) }),
  column.accessor('callResult', {
    header: 'Last result',
    cell: (c) => callResult(c.getValue()),
  }),
  column.accessor('attempts', {
    header: 'Attempts',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('readyAt', { header: 'Ready at', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('chainN', {
    header: 'In chain',
    cell: (c) => count(c.getValue() + 1),
    meta: NUMERIC,
  }),
  column.accessor('clientId', { header: 'Client ID', cell: (c) => c.getValue() ?? '–' }),
  column.accessor('contactId', { header: 'Contact' }),
];

/** Every device of every contact in this run, as it stands now. */
export function GroupRecords({ groupId }: { groupId: string }) {
  const [state, setState] = useState<string | null>(null);
  const path = `/campaign-groups/${groupId}/records`;
  const records = usePaged<GroupRecord>(path, { state }, true, 5_000);
  return (
    <Panel flush>
      <Select
        m="md"
        mb="sm"
        maw={260}
        aria-label="State"
        placeholder="All states"
        data={STATES}
        clearable
        value={state}
        onChange={setState}
      />
      <DataTable
        label="Records"
        source={records}
        columns={COLUMNS}
        empty={
          <Empty icon={IconListDetails} title={state ? 'No record is in this state' : 'No records'}>
            {!state && 'Records are made when the group is loaded.'}
          </Empty>
        }
      />
    </Panel>
  );
}
