import { Badge, Button, Code, CopyButton, Group, PasswordInput, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCopy, IconLock, IconPlus } from '@tabler/icons-react';
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
import { When } from '../parts/When';
import type { PgpKey } from './types';

const column = createColumnHelper<PgpKey>();

/** Keys to which others encrypt the files that they send; the newest is the current one. */
export function PgpKeys() {
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const keys = usePaged<PgpKey>('/pgp-keys');
  const columns = useMemo(
    () => [
      column.accessor('fingerprint', {
        header: 'Fingerprint',
        enableSorting: false,
        cell: ({ row, getValue }) => (
          <Group gap="xs">
            <Code>{getValue()}</Code>
            {row.original.current && <Badge color="pine">Current</Badge>}
          </Group>
        ),
      }),
      column.accessor('userId', { header: 'Name', enableSorting: false }),
      column.accessor('createdAt', { header: 'Added', cell: (c) => <When at={c.getValue()} /> }),
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row }) => (
          <Group gap="xs" justify="flex-end" wrap="nowrap">
            <CopyButton value={row.original.publicKey}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconCopy size={14} />}
                  onClick={copy}
                >
                  {copied ? 'Copied' : 'Copy public key'}
                </Button>
              )}
            </CopyButton>
            <ConfirmButton
              label="Delete key"
              question="Delete this key? Files that are encrypted to it cannot be read any more."
              onConfirm={async () => {
                await api.delete(`/pgp-keys/${row.original.id}`);
                await client.invalidateQueries({ queryKey: ['/pgp-keys'] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client],
  );
  return (
    <Panel
      title="PGP keys"
      flush
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={open}>
          New PGP key
        </Button>
      }
    >
      <DataTable
        label="PGP keys"
        source={keys}
        columns={columns}
        empty={
          <Empty icon={IconLock} title="No PGP keys yet">
            Make one and hand its public key to whoever sends files, to have them encrypted.
          </Empty>
        }
      />
      <NewKey opened={opened} onClose={close} />
    </Panel>
  );
}

function NewKey({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: { privateKey: '', passphrase: '' } },
    ({ privateKey, passphrase }) =>
      api.post<PgpKey>('/pgp-keys', {
        privateKey: privateKey.trim() || null,
        passphrase: passphrase || null,
      }),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/pgp-keys'] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New PGP key"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit={form.values.privateKey.trim() ? 'Add key' : 'Make key'}
      busy={busy}
      error={error}
    >
      <Textarea
        label="Private key"
        description="Leave it empty to have a key made. Or paste one, as gpg --armor --export-secret-keys writes it."
        placeholder="-----BEGIN PGP PRIVATE KEY BLOCK-----"
        autosize
        minRows={4}
        maxRows={10}
        {...form.getInputProps('privateKey')}
      />
      <PasswordInput
        label="Passphrase"
        description="Of the private key, if it has one."
        autoComplete="off"
        {...form.getInputProps('passphrase')}
      />
    </FormModal>
  );
}
