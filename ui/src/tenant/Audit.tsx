import { Code, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { usePaged } from '../api/paged';
import { DataTable } from '../parts/DataTable';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import type { AuditEntry } from './types';

const column = createColumnHelper<AuditEntry>();
const COLUMNS = [
  column.accessor('at', { header: 'When', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('actor', { header: 'Who', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('action', { header: 'Did', cell: (c) => <Code>{c.getValue()}</Code> }),
  column.accessor('object', {
    header: 'To what',
    cell: (c) => <span className="mono">{c.getValue()}</span>,
  }),
  column.accessor((e) => Object.entries(e.detail), {
    id: 'detail',
    header: 'Detail',
    enableSorting: false,
    cell: (c) => (
      <Text size="xs" c="dimmed">
        {c
          .getValue()
          .map(([name, value]) => `${name} ${value}`)
          .join(', ')}
      </Text>
    ),
  }),
];

/** Who changed what, newest first. */
export default function Audit() {
  const entries = usePaged<AuditEntry>('/audit', {}, true, 10_000);
  return (
    <Page title="Audit" lead="Every change that was accepted, and who made it.">
      <Panel flush>
        <DataTable
          label="Audit"
          source={entries}
          columns={COLUMNS}
          empty={<Empty icon={IconHistory} title="Nothing was changed yet" />}
        />
      </Panel>
    </Page>
  );
}
