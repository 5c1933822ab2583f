import { Badge, CloseButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { usePaged } from '../api/paged';
import { DataTable } from '../parts/DataTable';
import { words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import type { Job, JobRun } from './types';

const column = createColumnHelper<JobRun>();
const COLUMNS = [
  column.accessor('dueAt', { header: 'Due', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('startedAt', { header: 'Started', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('finishedAt', { header: 'Finished', cell: (c) => <When at={c.getValue()} /> }),
  column.accessor('outcome', {
    header: 'Outcome',
    cell: (c) => (
      <Badge color={c.getValue() === 'SUCCEEDED' ? 'pine' : c.getValue() ? 'red' : 'blue'}>
        {c.getValue() ? words(c.getValue()) : 'Running'}
      </Badge>
    ),
  }),
  column.accessor('detail', { header: 'Detail', cell: (c) => c.getValue() ?? '–' }),
  column.accessor('node', { header: 'Node' }),
];

/** When a job ran and how it went. */
export function Runs({ path, job, onClose }: { path: string; job: Job; onClose: () => void }) {
  const runs = usePaged<JobRun>(`${path}/${job.id}/runs`, {}, true, 5_000);
  return (
    <Panel
      title={`Runs of ${job.name}`}
      flush
      actions={<CloseButton aria-label="Close" onClick={onClose} />}
    >
      <DataTable
        label="Runs"
        source={runs}
        columns={COLUMNS}
        height={360}
        empty={<Empty icon={IconHistory} title="It has not run yet" />}
      />
    </Panel>
  );
}
