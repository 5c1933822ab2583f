import { Anchor, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList, ListContact } from '../api/types';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { labelledOthers, labelOf, otherOf, type Labels, type LabelSchema } from './labels';

const column = createColumnHelper<ListContact>();
const NO_LABELS: Labels = {};

function columnsOf(labels: Labels) {
  const labelled = labelledOthers(labels);
  const isLabelled = (name: string) =>
    labelled.some(({ field }) => otherOf({ [name]: name }, field) !== undefined);
  return [
    column.accessor((c) => [c.firstName, c.lastName].filter(Boolean).join(' '), {
      id: 'name',
      header: 'Name',
      cell: (c) => c.getValue() || '–',
    }),
    column.accessor('clientId', {
      header: labelOf(labels, 'clientId', 'Client ID'),
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
    column.accessor('company', {
      header: labelOf(labels, 'company', 'Company'),
      cell: (c) => c.getValue() ?? '–',
    }),
    column.accessor((c) => [c.state, c.country].filter(Boolean).join(', '), {
      id: 'place',
      header: 'Place',
      cell: (c) => c.getValue() || '–',
    }),
    ...labelled.map(({ field, label }) =>
      column.accessor((c) => otherOf(c.other, field) ?? '', {
        id: `other-${field}`,
        header: label,
        cell: (c) => c.getValue() || '–',
      }),
    ),
    column.accessor((c) => Object.entries(c.other ?? {}).filter(([name]) => !isLabelled(name)), {
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
}

export function ListContacts({ list }: { list: ContactList }) {
  const contacts = usePaged<ListContact>(`/contact-lists/${list.id}/contacts`);
  const schema = useQuery({
    queryKey: ['/label-schemas', list.labelSchemaId],
    queryFn: () => api.get<LabelSchema>(`/label-schemas/${list.labelSchemaId}`),
    enabled: list.labelSchemaId !== null,
  });
  const labels = (list.labelSchemaId && schema.data?.labels) || NO_LABELS;
  const columns = useMemo(() => columnsOf(labels), [labels]);
  return (
    <Panel flush>
      <DataTable
        label="Contacts"
        source={contacts}
        columns={columns}
        empty={
          <Empty icon={IconUsers} title="No contacts">
            Contacts are seen here when an import is completed.
          </Empty>
        }
      />
    </Panel>
  );
}
