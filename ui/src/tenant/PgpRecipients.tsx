import { ActionIcon, Button, Code, Group, Tooltip } from '@mantine/core';
import { IconLock, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { RecipientForm } from './RecipientForm';
import type { PgpRecipient } from './types';

const column = createColumnHelper<PgpRecipient>();

/** Those to whom exports are encrypted. */
export function PgpRecipients() {
  const client = useQueryClient();
  const [edited, setEdited] = useState<PgpRecipient | 'new' | null>(null);
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
        id: 'actions',
        header: '',
        cell: ({ row }) => (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Tooltip label="Change">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Change ${row.original.name}`}
                onClick={() => setEdited(row.original)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            </Tooltip>
            <ConfirmButton
              label="Delete recipient"
              question={`Delete ${row.original.name}? Nothing can be encrypted to this key then.`}
              onConfirm={async () => {
                await api.delete(`/pgp-recipients/${row.original.id}`);
                await client.invalidateQueries({ queryKey: ['/pgp-recipients'] });
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
      title="PGP recipients"
      flush
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>
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
      {edited && (
        <RecipientForm
          key={edited === 'new' ? edited : edited.id}
          edited={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}
