import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
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
import { ROLES, type ApiKey, type NewApiKey } from './types';

const column = createColumnHelper<ApiKey>();

/** Keys of programs; a new one is shown once. */
export function ApiKeys() {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [made, setMade] = useState<NewApiKey | null>(null);
  const keys = usePaged<ApiKey>('/api-keys');
  const columns = useMemo(
    () => [
      column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
      column.accessor((k) => k.roles.map(words).join(', '), { id: 'roles', header: 'Rights' }),
      column.accessor('createdAt', { header: 'Created', cell: (c) => <When at={c.getValue()} /> }),
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) => (
          <ConfirmButton
            label="Delete key"
            question={`Delete ${row.original.name}? Programs that use it are refused at once.`}
            onConfirm={async () => {
              await api.delete(`/api-keys/${row.original.id}`);
              await client.invalidateQueries({ queryKey: ['/api-keys'] });
            }}
          />
        ),
      }),
    ],
    [client],
  );
  return (
    <Stack gap="md">
      {made && <NewKeyShown made={made} onClose={() => setMade(null)} />}
      <Panel
        title="API keys"
        flush
        actions={
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={open}>
            New API key
          </Button>
        }
      >
        <DataTable
          label="API keys"
          source={keys}
          columns={columns}
          empty={
            <Empty icon={IconKey} title="No API keys yet">
              Programs send one as X-Api-Key.
            </Empty>
          }
        />
      </Panel>
      <NewKey opened={opened} onClose={close} onMade={setMade} />
    </Stack>
  );
}

function NewKeyShown({ made, onClose }: { made: NewApiKey; onClose: () => void }) {
  return (
    <Alert color="pine" title={`Key ${made.name} is made`} withCloseButton onClose={onClose}>
      <Text size="sm" mb="xs">
        Copy it now: it is not shown again.
      </Text>
      <Group gap="sm">
        <Code>{made.key}</Code>
        <CopyButton value={made.key}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="light" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}

interface NewKeyProps {
  opened: boolean;
  onClose: () => void;
  onMade: (key: NewApiKey) => void;
}

function NewKey({ opened, onClose, onMade }: NewKeyProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { name: '', role: 'ADMIN' },
      validate: { name: (v) => (v.trim() ? null : 'A key needs a name.') },
    },
    ({ name, role }) => api.post<NewApiKey>('/api-keys', { name: name.trim(), roles: [role] }),
    (key, sent) => {
      void client.invalidateQueries({ queryKey: ['/api-keys'] });
      onMade(key);
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New API key"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create key"
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select label="Rights" data={ROLES} allowDeselect={false} {...form.getInputProps('role')} />
    </FormModal>
  );
}
