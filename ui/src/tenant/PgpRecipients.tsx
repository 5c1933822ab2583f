import { Button, Code, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { FormModal } from '../parts/FormModal';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import type { PgpRecipient } from './types';

const column = createColumnHelper<PgpRecipient>();

/** Those to whom exports are encrypted. */
export function PgpRecipients() {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const recipients = usePaged<PgpRecipient>('/pgp-recipients');
  const columns = useMemo(
    () => [
      column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
      column.accessor('userId', { header: 'Key of' }),
      column.accessor('fingerprint', {
        header: 'Fingerprint',
        enableSorting: false,
        cell: (c) => <Code>{c.getValue()}</Code>,
      }),
      column.display({
        id: 'remove',
        header: '',
        cell: ({ row }) => (
          <ConfirmButton
            label="Delete recipient"
            question={`Delete ${row.original.name}? Nothing can be encrypted to this key then.`}
            onConfirm={async () => {
              await api.delete(`/pgp-recipients/${row.original.id}`);
              await client.invalidateQueries({ queryKey: ['/pgp-recipients'] });
            }}
          />
        ),
      }),
    ],
    [client],
  );
  return (
    <Panel
      title="PGP recipients"
      flush
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={open}>
          New recipient
        </Button>
      }
    >
      <DataTable
        label="PGP recipients"
        source={recipients}
        columns={columns}
        empty={
          <Empty icon={IconLock} title="No recipients yet">
            Exports are encrypted to the public key of one.
          </Empty>
        }
      />
      <NewRecipient opened={opened} onClose={close} />
    </Panel>
  );
}

function NewRecipient({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { name: '', publicKey: '' },
      validate: {
        name: (v) => (v.trim() ? null : 'A recipient needs a name.'),
        publicKey: (v) => (v.trim() ? null : 'Paste the public key.'),
      },
    },
    (values) => api.post<PgpRecipient>('/pgp-recipients', values),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/pgp-recipients'] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New recipient"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Add recipient"
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Textarea
        label="Public key"
        description="As gpg --armor --export writes it. Compare the fingerprint with the recipient's."
        placeholder="-----BEGIN PGP PUBLIC KEY BLOCK-----"
        withAsterisk
        autosize
        minRows={4}
        maxRows={10}
        {...form.getInputProps('publicKey')}
      />
    </FormModal>
  );
}
