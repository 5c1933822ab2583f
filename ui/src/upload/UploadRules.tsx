import { ActionIcon, Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowsSplit2, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList } from '../api/types';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import type { SelectionRule } from '../selection/types';
import type { UploadRule } from './types';
import { describe } from './uploadForm';
import { UploadRuleEditor } from './UploadRuleEditor';

const column = createColumnHelper<UploadRule>();
const ALL = { limit: 1000 };

/** What an id is called; the id itself as long as that is not known. */
function naming(rows: { id: string; name: string }[]) {
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id: string) => names.get(id) ?? id;
}

/** How files are split over several lists. */
export default function UploadRules() {
  const client = useQueryClient();
  const rules = usePaged<UploadRule>('/upload-rules');
  const lists = usePaged<ContactList>('/contact-lists', ALL).rows;
  const selections = usePaged<SelectionRule>('/selection-rules', ALL).rows;
  const [edited, setEdited] = useState<UploadRule | 'new' | null>(null);
  const columns = useMemo(
    () => [
      column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
      column.accessor('kind', {
        header: 'By',
        cell: (c) => (
          <Badge color="gray" miw="max-content" tt="none">
            {words(c.getValue())}
          </Badge>
        ),
      }),
      column.accessor((rule) => describe(rule, naming(lists), naming(selections)), {
        id: 'targets',
        header: 'Lists',
        enableSorting: false,
      }),
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row: { original: rule } }) => (
          <Group gap={4} wrap="nowrap" justify="flex-end">
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
                await api.delete(`/upload-rules/${rule.id}`);
                await client.invalidateQueries({ queryKey: ['/upload-rules'] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client, lists, selections],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      New rule
    </Button>
  );
  return (
    <Page
      title="Upload rules"
      lead="Split the accepted rows of one file over several lists; what no list takes stays where the file was sent to."
      actions={create}
    >
      <Panel flush>
        <DataTable
          label="Upload rules"
          source={rules}
          columns={columns}
          empty={
            <Empty icon={IconArrowsSplit2} title="No upload rules yet" action={create}>
              Without one, every accepted row goes to the list that the file is sent to.
            </Empty>
          }
        />
      </Panel>
      {edited && (
        <UploadRuleEditor
          key={edited === 'new' ? 'new' : edited.id}
          rule={edited === 'new' ? null : edited}
          lists={lists}
          selections={selections}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}
