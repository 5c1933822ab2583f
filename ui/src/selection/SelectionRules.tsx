import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconFilter, IconPencil, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { RuleEditor } from './RuleEditor';
import { describe } from './ruleForm';
import { TryRule } from './TryRule';
import type { SelectionRule } from './types';

const column = createColumnHelper<SelectionRule>();
const DATA = [
  column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor(describe, { id: 'says', header: 'Selects', enableSorting: false }),
];

/** Filters of contacts, for imports and campaign groups. */
export default function SelectionRules() {
  const client = useQueryClient();
  const rules = usePaged<SelectionRule>('/selection-rules');
  const [edited, setEdited] = useState<SelectionRule | 'new' | null>(null);
  const [tried, setTried] = useState<SelectionRule | null>(null);
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row: { original: rule } }) => (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Tooltip label="Try">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Try ${rule.name}`}
                onClick={() => setTried(rule)}
              >
                <IconPlayerPlay size={16} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Change">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Change ${rule.name}`}
                onClick={() => setEdited(rule)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            </Tooltip>
            <ConfirmButton
              label="Delete rule"
              question={`Delete ${rule.name}? Imports that were begun with it keep it.`}
              onConfirm={async () => {
                await api.delete(`/selection-rules/${rule.id}`);
                await client.invalidateQueries({ queryKey: ['/selection-rules'] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      New rule
    </Button>
  );
  return (
    <Page
      title="Selection rules"
      lead="Say which contacts are meant: at the import of a file, or when a campaign group is loaded."
      actions={create}
    >
      <Panel flush>
        <DataTable
          label="Selection rules"
          source={rules}
          columns={columns}
          empty={
            <Empty icon={IconFilter} title="No selection rules yet" action={create}>
              Without one, every row of a file and every contact of a list is taken.
            </Empty>
          }
        />
      </Panel>
      {edited && (
        <RuleEditor
          key={edited === 'new' ? 'new' : edited.id}
          rule={edited === 'new' ? null : edited}
          opened
          onClose={() => setEdited(null)}
        />
      )}
      {tried && <TryRule rule={tried} onClose={() => setTried(null)} />}
    </Page>
  );
}
