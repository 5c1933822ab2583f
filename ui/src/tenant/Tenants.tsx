import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { DataTable } from '../parts/DataTable';
import { FormModal } from '../parts/FormModal';
import { Panel } from '../parts/Page';
import { COUNTRIES } from '../parts/places';
import { Empty } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { When } from '../parts/When';
import type { Tenant } from './types';

const column = createColumnHelper<Tenant>();
const COLUMNS = [
  column.accessor('id', { header: 'Id', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('name', { header: 'Name' }),
  column.accessor('country', { header: 'Country' }),
  column.accessor('createdAt', { header: 'Created', cell: (c) => <When at={c.getValue()} /> }),
];

/** The customers of this installation; for its operator alone. */
export function Tenants() {
  const [opened, { open, close }] = useDisclosure();
  const tenants = usePaged<Tenant>('/tenants');
  return (
    <Panel
      title="Tenants"
      flush
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={open}>
          New tenant
        </Button>
      }
    >
      <DataTable
        label="Tenants"
        source={tenants}
        columns={COLUMNS}
        empty={<Empty icon={IconBuilding} title="No tenants" />}
      />
      <NewTenant opened={opened} onClose={close} />
    </Panel>
  );
}

function NewTenant({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const needed = (v: string) => (v.trim() ? null : 'Needed.');
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { id: '', name: '', country: 'US', adminUsername: '', adminPassword: '' },
      validate: { id: needed, name: needed, adminUsername: needed, adminPassword: needed },
    },
    (values) => api.post<Tenant>('/tenants', values),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/tenants'] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New tenant"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create tenant"
      busy={busy}
      error={error}
    >
      <TextInput
        label="Id"
        description="Short, stands in addresses."
        withAsterisk
        data-autofocus
        {...form.getInputProps('id')}
      />
      <TextInput label="Name" withAsterisk {...form.getInputProps('name')} />
      <Select
        label="Country"
        data={COUNTRIES}
        searchable
        allowDeselect={false}
        {...form.getInputProps('country')}
      />
      <TextInput
        label="First administrator"
        withAsterisk
        autoComplete="off"
        {...form.getInputProps('adminUsername')}
      />
      <PasswordInput
        label="Their password"
        withAsterisk
        autoComplete="new-password"
        {...form.getInputProps('adminPassword')}
      />
    </FormModal>
  );
}
