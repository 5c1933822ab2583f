import { Anchor, Button, Code, Group, Text, TextInput } from '@mantine/core';
import { IconCertificate, IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { url } from '../api/client';
import { usePaged } from '../api/paged';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count } from '../parts/format';
import { useNow } from '../parts/now';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { today } from './findings';
import { Keys } from './Keys';
import type { Root } from './types';
import { Verified } from './Verified';

const column = createColumnHelper<Root>();
const COLUMNS = [
  column.accessor('day', { header: 'Day (UTC)', cell: (c) => <b>{c.getValue()}</b> }),
  column.accessor('decisions', {
    header: 'Decisions',
    cell: (c) => count(c.getValue()),
    meta: NUMERIC,
  }),
  column.accessor('chains', { header: 'Chains', cell: (c) => count(c.getValue()), meta: NUMERIC }),
  column.accessor('root', {
    header: 'Root',
    enableSorting: false,
    cell: (c) => <Code title={c.getValue()}>{c.getValue().slice(0, 16)}…</Code>,
  }),
];

/** Where a day's export is fetched from. */
function exported(day: string): string {
  return url(`/compliance/evidence/${day}/export`);
}

/** Days of decisions: closed and signed, gone through again on demand, exported. */
export default function EvidencePage() {
  const now = useNow();
  const [day, setDay] = useState<string | null>(null);
  const [wanted, setWanted] = useState(() => today(now));
  const roots = usePaged<Root>('/compliance/evidence');
  const columns = useMemo(
    () => [
      ...COLUMNS,
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row: { original: root } }) => (
          <Group gap="xs" wrap="nowrap" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => setDay(root.day)}>
              Verify
            </Button>
            <Anchor href={exported(root.day)} download size="sm">
              Export
            </Anchor>
          </Group>
        ),
      }),
    ],
    [],
  );
  return (
    <Page
      title="Evidence"
      lead="Every decision as it was made. A day is closed ten minutes after midnight, UTC, and its root is signed: keep roots and key elsewhere, too."
    >
      <Panel title="Go through a day">
        <Group align="flex-end" gap="sm">
          <TextInput
            type="date"
            label="Day (UTC)"
            value={wanted}
            max={today(now)}
            onChange={(e) => setWanted(e.currentTarget.value)}
          />
          <Button
            leftSection={<IconShieldCheck size={16} />}
            disabled={!wanted}
            onClick={() => setDay(wanted)}
          >
            Verify
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={16} />}
            href={exported(wanted)}
            download
            data-disabled={!wanted || undefined}
          >
            Export
          </Button>
          <Text size="xs" c="dimmed" maw={420}>
            An export is checked without Beckon by <Code>bin/verify-evidence</Code>.
          </Text>
        </Group>
      </Panel>
      {day && <Verified key={day} day={day} />}
      <Panel title="Closed days" flush>
        <DataTable
          label="Closed days"
          source={roots}
          columns={columns}
          empty={
            <Empty icon={IconCertificate} title="No day is closed yet">
              The first is closed after the first night with decisions.
            </Empty>
          }
        />
      </Panel>
      <Keys />
    </Page>
  );
}
