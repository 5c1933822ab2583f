import { Badge, Button, Group, Menu } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { describe } from './describe';
import { NewAttemptRule } from './NewAttemptRule';
import { NewContactTimes } from './NewContactTimes';
import type { Rule } from './types';

const column = createColumnHelper<Rule>();
const DATA = [
  column.accessor('priority', { header: 'Priority', meta: NUMERIC }),
  column.accessor('name', {
    header: 'Name',
    cell: ({ row, getValue }) => (
      <Group gap="xs">
        <b>{getValue()}</b>
        {row.original.required && <Badge color="red">Required</Badge>}
      </Group>
    ),
  }),
  column.accessor('type', { header: 'Type', cell: (c) => words(c.getValue()) }),
  column.accessor(describe, { id: 'says', header: 'Says', enableSorting: false }),
  column.accessor((r) => (r.channels ?? []).map(words).join(', ') || 'All', {
    id: 'channels',
    header: 'Channels',
  }),
  column.accessor('version', { header: 'Version', meta: NUMERIC, cell: (c) => c.getValue() ?? 1 }),
];

type Kind = Rule['type'];

function NewRule({ onChoose }: { onChoose: (kind: Kind) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} />}>New rule</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('CONTACT_TIMES')}>Contact times</Menu.Item>
        <Menu.Item onClick={() => onChoose('ATTEMPT')}>Attempt rule</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export default function Rules() {
  const client = useQueryClient();
  const rules = usePaged<Rule>('/compliance/rules');
  const [making, setMaking] = useState<Kind | null>(null);
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) => (
          <ConfirmButton
            label="Delete rule"
            question={`Delete ${row.original.name}? Running groups stop to follow it at once.`}
            onConfirm={async () => {
              await api.delete(`/compliance/rules/${row.original.id}`);
              await client.invalidateQueries({ queryKey: ['/compliance/rules'] });
            }}
          />
        ),
      }),
    ],
    [client],
  );
  return (
    <Page
      title="Compliance rules"
      lead="Checked before every attempt. Without any rule: 08:00 to 21:00 in every zone a device may be in, and never an emergency number."
      actions={<NewRule onChoose={setMaking} />}
    >
      <Panel flush>
        <DataTable
          label="Compliance rules"
          source={rules}
          columns={columns}
          empty={
            <Empty
              icon={IconScale}
              title="No rules of your own yet"
              action={<NewRule onChoose={setMaking} />}
            >
              The defaults apply. Rules narrow them: by hours, or by attempts in a time.
            </Empty>
          }
        />
      </Panel>
      <NewContactTimes opened={making === 'CONTACT_TIMES'} onClose={() => setMaking(null)} />
      <NewAttemptRule opened={making === 'ATTEMPT'} onClose={() => setMaking(null)} />
    </Page>
  );
}
