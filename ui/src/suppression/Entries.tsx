import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBan, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { SuppressionEntry, SuppressionList } from '../api/types';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';

const column = createColumnHelper<SuppressionEntry>();
const DATA = [
  column.accessor('value', {
    header: 'Value',
    cell: (c) => <span className="num">{c.getValue()}</span>,
  }),
  column.accessor('reason', { header: 'Reason', cell: (c) => c.getValue() ?? '–' }),
  column.accessor('from', {
    header: 'From',
    cell: (c) => (c.getValue() ? <When at={c.getValue()} /> : 'Always'),
  }),
  column.accessor('till', {
    header: 'Till',
    cell: (c) => (c.getValue() ? <When at={c.getValue()} /> : 'For good'),
  }),
];

/** Entries of a suppression list, found by value, removed one by one. */
export function Entries({ list }: { list: SuppressionList }) {
  const client = useQueryClient();
  const [value, setValue] = useState('');
  const [wanted] = useDebouncedValue(value.trim(), 250);
  const path = `/suppression-lists/${list.id}/entries`;
  const entries = usePaged<SuppressionEntry>(path, { value: wanted });
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) => (
          <ConfirmButton
            label="Remove entry"
            question={`Remove ${row.original.value}? It may be contacted again at once.`}
            onConfirm={async () => {
              await api.delete(path, { value: row.original.value });
              await client.invalidateQueries({ queryKey: ['/suppression-lists'] });
              await client.invalidateQueries({ queryKey: [path] });
            }}
          />
        ),
      }),
    ],
    [client, path],
  );
  return (
    <Panel flush>
      <TextInput
        m="md"
        mb="sm"
        maw={340}
        aria-label="Find an entry"
        placeholder={
          list.type === 'DEVICE' ? 'Find a number, e.g. +12125550100' : 'Find a client ID'
        }
        leftSection={<IconSearch size={16} />}
        value={value}
        onChange={(e) => setValue(e.currentTarget.value)}
      />
      <DataTable
        label="Entries"
        source={entries}
        columns={columns}
        empty={
          <Empty icon={IconBan} title={wanted ? `${wanted} is not on this list` : 'No entries yet'}>
            {wanted
              ? 'It may be on another list: Contact search shows all that apply.'
              : 'Import a file, or add single entries.'}
          </Empty>
        }
      />
    </Panel>
  );
}
