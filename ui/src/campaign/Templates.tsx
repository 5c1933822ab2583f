import { ActionIcon, Anchor, Group, Tooltip } from '@mantine/core';
import { IconCopy, IconTemplate } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count, words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { NameTemplate } from './NameTemplate';
import type { CampaignTemplate } from './types';

const column = createColumnHelper<CampaignTemplate>();
const DATA = [
  column.accessor('name', {
    header: 'Name',
    // The form has no e-mail campaigns yet; over the API they can be changed.
    cell: ({ row, getValue }) =>
      row.original.settings.channel === 'EMAIL' ? (
        <b>{getValue()}</b>
      ) : (
        <Anchor component={Link} to={`/campaign-templates/${row.original.id}`} fw={600} size="sm">
          {getValue()}
        </Anchor>
      ),
  }),
  column.accessor((t) => words(t.settings.channel ?? ''), { id: 'channel', header: 'Channel' }),
  column.accessor((t) => (t.settings.mode ? words(t.settings.mode) : '–'), {
    id: 'mode',
    header: 'Mode',
  }),
  column.accessor((t) => t.settings.maxAttemptsPerRecord ?? 10, {
    id: 'attempts',
    header: 'Attempts per record',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor((t) => (t.settings.treatments ?? []).length, {
    id: 'treatments',
    header: 'Treatments',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
];

/** What campaign groups of one kind have in common. */
export default function Templates() {
  const client = useQueryClient();
  const templates = usePaged<CampaignTemplate>('/campaign-templates');
  const [cloned, setCloned] = useState<CampaignTemplate | null>(null);
  const columns = useMemo(
    () => [
      ...DATA,
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row: { original: template } }) => (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Tooltip label="Clone">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Clone ${template.name}`}
                onClick={() => setCloned(template)}
              >
                <IconCopy size={16} />
              </ActionIcon>
            </Tooltip>
            <ConfirmButton
              label="Delete template"
              question={`Delete ${template.name}? Groups that were made of it stay as they are.`}
              onConfirm={async () => {
                await api.delete(`/campaign-templates/${template.id}`);
                await client.invalidateQueries({ queryKey: ['/campaign-templates'] });
              }}
            />
          </Group>
        ),
      }),
    ],
    [client],
  );
  return (
    <Page
      title="Campaign templates"
      lead="What campaign groups of one kind have in common: everything but their name and their lists."
    >
      <Panel flush>
        <DataTable
          label="Campaign templates"
          source={templates}
          columns={columns}
          empty={
            <Empty icon={IconTemplate} title="No campaign templates yet">
              Save the settings of a campaign group as a template, on its page under Settings.
            </Empty>
          }
        />
      </Panel>
      {cloned && (
        <NameTemplate
          title={`Clone ${cloned.name}`}
          save={(name) => api.post(`/campaign-templates/${cloned.id}/clone`, { name })}
          onClose={() => setCloned(null)}
        />
      )}
    </Page>
  );
}
