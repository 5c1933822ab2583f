import { ActionIcon, Anchor, Button, Group, Select, Text, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencil, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList, ListContact } from '../api/types';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { ContactDialog } from './ContactDialog';
import { LINE_TYPES, lineTypeOf } from './lineTypes';
import { labelledOthers, labelOf, otherOf, type Labels, type LabelSchema } from './labels';

const column = createColumnHelper<ListContact>();
const NO_LABELS: Labels = {};
const TYPES = Object.entries(LINE_TYPES).map(([value, label]) => ({ value, label }));

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
            {device.lineType && (
              <Text span size="xs" c="dimmed">
                {' '}
                {lineTypeOf(device.lineType)}
              </Text>
            )}
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

/** The people of a list: found, added, changed and removed one by one. */
export function ListContacts({ list }: { list: ContactList }) {
  const listId = list.id;
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const [lineType, setLineType] = useState<string | null>(null);
  const [edited, setEdited] = useState<ListContact | 'new' | null>(null);
  const path = `/contact-lists/${listId}/contacts`;
  const contacts = usePaged<ListContact>(path, { q: wanted, lineType: lineType ?? undefined });
  const schema = useQuery({
    queryKey: ['/label-schemas', list.labelSchemaId],
    queryFn: () => api.get<LabelSchema>(`/label-schemas/${list.labelSchemaId}`),
    enabled: list.labelSchemaId !== null,
  });
  const labels = (list.labelSchemaId && schema.data?.labels) || NO_LABELS;
  const columns = useMemo(
    () => [
      ...columnsOf(labels),
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row }) => (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Tooltip label="Edit contact">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label="Edit contact"
                onClick={() => setEdited(row.original)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            </Tooltip>
            <ConfirmButton
              label="Delete contact"
              question={`Delete ${nameOf(row.original)}? They are not called any more, in no run of this list.`}
              onConfirm={async () => {
                await api.delete(`${path}/${row.original.id}`);
                await client.invalidateQueries({ queryKey: [path] });
                await client.invalidateQueries({ queryKey: ['/contact-lists', listId] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client, labels, listId, path],
  );
  return (
    <Panel flush>
      <Group m="md" mb="sm" justify="space-between">
        <Group>
          <TextInput
            w={340}
            aria-label="Find a contact"
            placeholder="Name, number, e-mail or client ID"
            leftSection={<IconSearch size={16} />}
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
          />
          <Select
            w={200}
            aria-label="Line type"
            placeholder="Any line type"
            data={TYPES}
            value={lineType}
            onChange={setLineType}
            clearable
          />
        </Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setEdited('new')}
        >
          Add a contact
        </Button>
      </Group>
      <DataTable
        label="Contacts"
        source={contacts}
        columns={columns}
        empty={
          <Empty icon={IconUsers} title={nobody(wanted, lineType)}>
            {wanted
              ? 'Names are found by how they begin; numbers and client IDs as a whole.'
              : lineType
                ? 'What was loaded before line types were kept has none until the list is re-zoned.'
                : 'Contacts are seen here when an import is completed.'}
          </Empty>
        }
      />
      {edited && (
        <ContactDialog
          key={edited === 'new' ? edited : edited.id}
          listId={listId}
          contact={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

function nobody(text: string, lineType: string | null): string {
  const phone = lineType ? ` with a phone of type ${lineTypeOf(lineType)}` : '';
  return text || phone ? `Nobody found${text && ` for ${text}`}${phone}` : 'No contacts';
}

function nameOf(contact: ListContact): string {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return name || contact.devices[0]?.value || 'this contact';
}
