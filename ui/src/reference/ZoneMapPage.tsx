import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { IconMapPin, IconPencil, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { count } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { RezoneLists } from './RezoneLists';
import type { ZoneEntry } from './types';
import { UploadZoneMap } from './UploadZoneMap';
import { changeZoneMap, useZoneMap } from './useZoneMap';
import { inOrder, matching, prefixOf, without } from './zoneEntries';
import { ZoneEntryForm } from './ZoneEntryForm';

const column = createColumnHelper<ZoneEntry>();
const NONE: ZoneEntry[] = [];

/** The tenant's own word on where numbers are. */
export default function ZoneMapPage() {
  const client = useQueryClient();
  const map = useZoneMap();
  const [text, setText] = useState('');
  const [edited, setEdited] = useState<ZoneEntry | 'new' | null>(null);
  const [uploading, setUploading] = useState(false);
  const entries = map.data?.entries ?? NONE;
  const rows = useMemo(() => inOrder(matching(entries, text)), [entries, text]);
  const columns = useMemo(
    () => [
      column.accessor(prefixOf, {
        id: 'numbers',
        header: 'Numbers that begin with',
        cell: (c) => <span className="mono">{c.getValue()}</span>,
      }),
      column.accessor('zone', { header: 'Are in' }),
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row }) => (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Tooltip label="Change">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Change ${prefixOf(row.original)}`}
                onClick={() => setEdited(row.original)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            </Tooltip>
            <ConfirmButton
              label="Remove entry"
              question={`Remove ${prefixOf(row.original)}? What is loaded from then on has the zones of the reference data.`}
              onConfirm={async () => {
                await changeZoneMap((now) => without(now, row.original));
                await client.invalidateQueries({ queryKey: ['/zone-map'] });
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
      title="Zone map"
      lead="Your own zones of numbers go before everything else that is known of them; the longest beginning holds."
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconUpload size={16} />}
            onClick={() => setUploading(true)}
          >
            Upload a map
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
            New entry
          </Button>
        </>
      }
    >
      <RezoneLists />
      <Panel flush>
        {entries.length > 0 && (
          <Group m="md" mb="sm" justify="space-between">
            <TextInput
              w={340}
              aria-label="Find an entry"
              placeholder="Beginning of a number, or zone"
              leftSection={<IconSearch size={16} />}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
            <Text size="sm" c="dimmed">
              {entries.length === 1 ? '1 entry' : `${count(entries.length)} entries`}
            </Text>
          </Group>
        )}
        <DataTable
          label="Zone map"
          source={{ ...map, rows }}
          columns={columns}
          empty={
            <Empty
              icon={IconMapPin}
              title={entries.length > 0 ? `Nothing found for ${text}` : 'No entries'}
            >
              {entries.length === 0 &&
                'Numbers have the zones of the reference data, until an entry says otherwise.'}
            </Empty>
          }
        />
      </Panel>
      {edited && (
        <ZoneEntryForm
          key={edited === 'new' ? edited : prefixOf(edited)}
          edited={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      <UploadZoneMap
        opened={uploading}
        replaced={entries.length}
        onClose={() => setUploading(false)}
      />
    </Page>
  );
}
