import { Anchor, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import { usePaged } from '../api/paged';
import type { ListContact } from '../api/types';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';

const column = createColumnHelper<ListContact>();
const COLUMNS = [
  column.accessor((c) => [c.firstName, c.lastName].filter(Boolean).join(' '), {
    id: 'name',
    header: 'Name',
    cell: (c) => c.getValue() || '–',
  }),
  column.accessor('clientId', {
    header: 'Client ID',
    cell: (c) => {
      const id = c.getValue();
      if (!id) return '–';
      return (
        <Anchor component={Link} to={`/contacts?clientId=${encodeURIComponent(id)}`} size="sm">
          {id}
        </Anchor>
      );
    },
  }),
  column.accessor('devices', {
    header: 'Devices, in order of trying',
    enableSorting: false,
    cell: (c) =>
      c.getValue().map((device, n) => (
        <span key={device.value}>
          {n > 0 && ', '}
          <Anchor
            component={Link}
            to={`/contacts?device=${encodeURIComponent(device.value)}`}
            size="sm"
            className="num"
          >
            {device.value}
          </Anchor>
        </span>
      )),
  }),
  column.accessor('company', { header: 'Company', cell: (c) => c.getValue() ?? '–' }),
  column.accessor((c) => [c.state, c.country].filter(Boolean).join(', '), {
    id: 'place',
    header: 'Place',
    cell: (c) => c.getValue() || '–',
  }),
  column.accessor((c) => Object.entries(c.other ?? {}), {
    id: 'other',
    header: 'Other fields',
    enableSorting: false,
    cell: (c) => (
      <Text size="xs" c="dimmed" truncate maw={320}>
        {c
          .getValue()
          .map(([name, value]) => `${name}: ${value}`)
          .join(' · ')}
      </Text>
    ),
  }),
];

export function ListContacts({ listId }: { listId: string }) {
  const contacts = usePaged<ListContact>(`/contact-lists/${listId}/contacts`);
  return (
    <Panel flush>
      <DataTable
        label="Contacts"
        source={contacts}
        columns={COLUMNS}
        empty={
          <Empty icon={IconUsers} title="No contacts">
            Contacts are seen here when an import is completed.
          </Empty>
        }
      />
    </Panel>
  );
}
