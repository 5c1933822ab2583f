import { Badge, Button, Group, PasswordInput, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { FormModal } from '../parts/FormModal';
import { words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { When } from '../parts/When';
import { ROLES, type User } from './types';

const column = createColumnHelper<User>();

export function People({ self }: { self: string }) {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const users = usePaged<User>('/users');
  const columns = useMemo(
    () => [
      column.accessor('username', { header: 'User name', cell: (c) => <b>{c.getValue()}</b> }),
      column.accessor('roles', {
        header: 'Rights',
        enableSorting: false,
        cell: (c) => (
          <Group gap={6}>
            {c.getValue().map((role) => (
              <Badge key={role} color={role === 'ADMIN' ? 'pine' : 'gray'}>
                {words(role)}
              </Badge>
            ))}
          </Group>
        ),
      }),
      column.accessor('createdAt', { header: 'Created', cell: (c) => <When at={c.getValue()} /> }),
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) =>
          row.original.username !== self && (
            <ConfirmButton
              label="Delete user"
              question={`Delete ${row.original.username}? They are signed out at once.`}
              onConfirm={async () => {
                await api.delete(`/users/${row.original.id}`);
                await client.invalidateQueries({ queryKey: ['/users'] });
              }}
            />
          ),
      }),
    ],
    [client, self],
  );
  return (
    <Panel
      title="Users"
      flush
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={open}>
          New user
        </Button>
      }
    >
      <DataTable
        label="Users"
        source={users}
        columns={columns}
        empty={<Empty icon={IconUsers} title="No users" />}
      />
      <NewUser opened={opened} onClose={close} />
    </Panel>
  );
}

function NewUser({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { username: '', password: '', role: 'AGENT' },
      validate: {
        username: (v) => (v.trim() ? null : 'Enter a user name.'),
        password: (v) => (v ? null : 'Enter a password.'),
      },
    },
    ({ username, password, role }) =>
      api.post<User>('/users', { username: username.trim(), password, roles: [role] }),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/users'] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New user"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create user"
      busy={busy}
      error={error}
    >
      <TextInput
        label="User name"
        description="Unique over all tenants."
        withAsterisk
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('username')}
      />
      <PasswordInput
        label="Password"
        withAsterisk
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <Select label="Rights" data={ROLES} allowDeselect={false} {...form.getInputProps('role')} />
    </FormModal>
  );
}
