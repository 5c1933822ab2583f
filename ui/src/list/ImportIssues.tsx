import { Button, Collapse, Group, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconChevronDown,
  IconChevronRight,
  IconCircleCheck,
  IconDownload,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useState } from 'react';
import { url } from '../api/client';
import { problemOf } from '../api/problem';
import type { Import } from '../api/types';
import { DataTable, NUMERIC } from '../parts/DataTable';
import { count, words } from '../parts/format';
import { Empty } from '../parts/States';
import { firstLines, issuesOf, type Issue } from './issues';

const SHOWN = 1000;
type Which = 'rejects' | 'warnings' | 'duplicates' | 'filtered';

const REPORTS: { which: Which; label: string; of: (item: Import) => number }[] = [
  { which: 'rejects', label: 'Rejected', of: (i) => i.rejected },
  { which: 'warnings', label: 'Warnings', of: (i) => i.warnings },
  { which: 'duplicates', label: 'Duplicates', of: (i) => i.duplicates },
  { which: 'filtered', label: 'Filtered', of: (i) => i.filtered },
];

/** Whether an import has something to tell about single rows. */
export function hasIssues(item: Import): boolean {
  return REPORTS.some((report) => report.of(item) > 0);
}

const column = createColumnHelper<Issue>();
const COLUMNS = [
  column.accessor('row', { header: 'Row', cell: (c) => count(c.getValue()), meta: NUMERIC }),
  column.accessor('line', { header: 'Line', cell: (c) => count(c.getValue()), meta: NUMERIC }),
  column.accessor('column', { header: 'Column', cell: (c) => c.getValue() || '–' }),
  column.accessor('code', { header: 'Code', cell: (c) => words(c.getValue()) }),
  column.accessor('reason', { header: 'Reason' }),
];

async function read(importId: string, which: Which) {
  const response = await fetch(url(`/imports/${importId}/${which}`), {
    headers: { Accept: 'text/csv' },
  });
  if (!response.ok) throw problemOf(response.status, response.statusText, await response.text());
  const { text, more } = await firstLines(response, SHOWN + 1);
  return { issues: issuesOf(text), more };
}

/** What became of rows that were not simply taken: the first thousand here, all of them as CSV. */
export function ImportIssues({ item, opened }: { item: Import; opened: boolean }) {
  const [shown, { toggle }] = useDisclosure(opened);
  const [which, setWhich] = useState<Which>(
    REPORTS.find((report) => report.of(item) > 0)?.which ?? 'rejects',
  );
  const reports = REPORTS.filter((report) => report.of(item) > 0 || report.which === which);
  const issues = useQuery({
    queryKey: ['/imports', item.id, which],
    queryFn: () => read(item.id, which),
    enabled: shown,
    staleTime: Infinity,
  });
  const rows = issues.data?.issues ?? [];
  return (
    <div className="issues">
      <Group justify="space-between" px="md" py={8}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={toggle}
          aria-expanded={shown}
          leftSection={shown ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        >
          {reports.map((r) => `${count(r.of(item))} ${r.label.toLowerCase()}`).join(', ')}
        </Button>
        {shown && (
          <Group gap="sm">
            <SegmentedControl
              size="xs"
              value={which}
              onChange={(value) => setWhich(value)}
              data={reports.map((r) => ({ value: r.which, label: r.label }))}
            />
            <Button
              component="a"
              href={url(`/imports/${item.id}/${which}`)}
              download={`import-${item.id}-${which}.csv`}
              variant="default"
              size="xs"
              leftSection={<IconDownload size={14} />}
            >
              CSV
            </Button>
          </Group>
        )}
      </Group>
      <Collapse expanded={shown}>
        <DataTable
          label={which === 'rejects' ? 'Rejected rows' : words(which)}
          source={{ ...issues, rows }}
          columns={COLUMNS}
          height={360}
          empty={<Empty icon={IconCircleCheck} title={`No ${which}`} />}
        />
        {issues.data?.more && (
          <Text size="xs" c="dimmed" p="md">
            The first {count(SHOWN)}. The CSV has all of them.
          </Text>
        )}
      </Collapse>
    </div>
  );
}
