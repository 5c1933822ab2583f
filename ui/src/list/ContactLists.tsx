import { Anchor, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAddressBook, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList } from '../api/types';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { FormModal } from '../parts/FormModal';
import { count } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { COUNTRIES, ZONES } from '../parts/places';
import { Secured } from '../parts/Secured';
import { Empty } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { When } from '../parts/When';
import { RunningImports } from './RunningImports';
import { ShareBar } from './ShareBar';
import { typeShares, zoneShares } from './shares';

const column = createColumnHelper<ContactList>();
const COLUMNS = [
  column.accessor('name', {
    header: 'Name',
    cell: ({ row, getValue }) => (
      <Group gap="xs" miw={150}>
        <Anchor component={Link} to={`/lists/${row.original.id}`} fw={600} size="sm">
          {getValue()}
        </Anchor>
        {row.original.secured && <Secured />}
      </Group>
    ),
  }),
  column.accessor('contacts', {
    header: 'Contacts',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('zones', {
    header: 'Zones of devices',
    enableSorting: false,
    cell: ({ row: { original: list } }) => (
      <ShareBar label="Zones" shares={zoneShares(list.zones, list.otherZones, 5)} />
    ),
  }),
  column.accessor('lineTypes', {
    header: 'Line types',
    enableSorting: false,
    cell: (c) => <ShareBar label="Line types" shares={typeShares(c.getValue())} />,
  }),
  column.accessor('country', {
    header: 'Country, zone',
    cell: ({ row: { original: list } }) => (
      <>
        {list.country ?? 'Default'}
        <Text size="xs" c="dimmed">
          {list.timeZone ?? 'by number'}
        </Text>
      </>
    ),
  }),
  column.accessor('createdAt', { header: 'Created', cell: (c) => <When at={c.getValue()} /> }),
];

export default function ContactLists() {
  const [name, setName] = useState('');
  const wanted = name.trim().toLowerCase();
  const [opened, { open, close }] = useDisclosure();
  const lists = usePaged<ContactList>('/contact-lists', { limit: 1000 });
  const rows = lists.rows.filter((list) => list.name.toLowerCase().includes(wanted));
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New contact list
    </Button>
  );
  return (
    <Page
      title="Contact lists"
      lead="People to reach, from files you upload or drop."
      actions={create}
    >
      <RunningImports kind="CONTACTS" />
      <Panel flush>
        <TextInput
          m="md"
          mb="sm"
          maw={340}
          aria-label="Find by name"
          placeholder="Find by name"
          leftSection={<IconSearch size={16} />}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <DataTable
          label="Contact lists"
          source={{ ...lists, rows }}
          columns={COLUMNS}
          empty={
            <Empty
              icon={IconAddressBook}
              title={wanted ? `No list's name contains ${wanted}` : 'No contact lists yet'}
              action={wanted ? undefined : create}
            >
              {!wanted &&
                'Create one and upload a file of contacts, or drop a CSV into the contacts folder.'}
            </Empty>
          }
        />
      </Panel>
      <NewContactList opened={opened} onClose={close} />
    </Page>
  );
}

function NewContactList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        name: '',
        country: null as string | null,
        timeZone: null as string | null,
        callerId: '',
      },
      validate: { name: (v) => (v.trim() ? null : 'A list needs a name.') },
    },
    (values) =>
      api.post<ContactList>('/contact-lists', { ...values, callerId: values.callerId || null }),
    (list) => {
      void client.invalidateQueries({ queryKey: ['/contact-lists'] });
      void navigate(`/lists/${list.id}`);
    },
  );
  return (
    <FormModal
      title="New contact list"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create"
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label="Country"
        description="Of numbers without a country code; otherwise the tenant's."
        data={COUNTRIES}
        searchable
        clearable
        {...form.getInputProps('country')}
      />
      <Select
        label="Time zone"
        description="Of devices whose zone nothing tells."
        data={ZONES}
        searchable
        clearable
        limit={60}
        {...form.getInputProps('timeZone')}
      />
      <TextInput
        label="Caller ID"
        placeholder="+1 212 555 0100"
        {...form.getInputProps('callerId')}
      />
    </FormModal>
  );
}
