import { Badge, Button, Group, Menu, Stack, Tabs } from '@mantine/core';
import { IconClockPlay, IconHistory, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import { useGroups } from '../campaign/api';
import { ConfirmButton } from '../parts/ConfirmButton';
import { DataTable } from '../parts/DataTable';
import { words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { NewJob, type JobKind } from './NewJob';
import { Runs } from './Runs';
import type { Job } from './types';

const column = createColumnHelper<Job>();

/** What starts and stops campaign groups by itself, once or on a schedule. */
export default function Jobs() {
  const [making, setMaking] = useState<JobKind | null>(null);
  const [shown, setShown] = useState<{ path: string; job: Job } | null>(null);
  const create = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} />}>New</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setMaking('jobs')}>Job, once at a time</Menu.Item>
        <Menu.Item onClick={() => setMaking('schedules')}>Schedule, again and again</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Page
      title="Jobs and schedules"
      lead="They run at the right time, once in the cluster, also when a node is gone."
      actions={create}
    >
      <Tabs defaultValue="schedules" keepMounted={false} onChange={() => setShown(null)}>
        <Tabs.List mb="md">
          <Tabs.Tab value="schedules">Schedules</Tabs.Tab>
          <Tabs.Tab value="jobs">Jobs</Tabs.Tab>
        </Tabs.List>
        {(['schedules', 'jobs'] as const).map((kind) => (
          <Tabs.Panel key={kind} value={kind}>
            <JobTable kind={kind} onRuns={(job) => setShown({ path: `/${kind}`, job })} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {shown && <Runs path={shown.path} job={shown.job} onClose={() => setShown(null)} />}
      <NewJob kind={making} onClose={() => setMaking(null)} />
    </Page>
  );
}

function JobTable({ kind, onRuns }: { kind: JobKind; onRuns: (job: Job) => void }) {
  const path = `/${kind}`;
  const client = useQueryClient();
  const jobs = usePaged<Job>(path, {}, true, 5_000);
  const groups = useGroups();
  const columns = useMemo(() => {
    const nameOf = (id: string) => groups.rows.find((g) => g.id === id)?.name ?? `group ${id}`;
    return [
      column.accessor('name', { header: 'Name', cell: (c) => <b>{c.getValue()}</b> }),
      column.accessor((j) => `${words(j.action)}: ${nameOf(j.groupId)}`, {
        id: 'what',
        header: 'Does',
      }),
      column.accessor((j) => j.cron ?? j.at, {
        id: 'when',
        header: 'When',
        cell: ({ row: { original: job } }) =>
          job.cron ? (
            <Stack gap={0}>
              <span className="mono">{job.cron}</span>
              <small>{job.timeZone}</small>
            </Stack>
          ) : (
            <When at={job.at} />
          ),
      }),
      column.accessor('state', { header: 'State', cell: (c) => words(c.getValue()) }),
      column.accessor('nextRun', {
        header: 'Next',
        cell: (c) => <When at={c.getValue()} relative />,
      }),
      column.accessor('lastOutcome', {
        header: 'Last',
        cell: ({ row: { original: job } }) => (
          <Group gap="xs">
            {job.lastOutcome && (
              <Badge color={job.lastOutcome === 'SUCCEEDED' ? 'pine' : 'red'}>
                {words(job.lastOutcome)}
              </Badge>
            )}
            <When at={job.lastRun} relative />
          </Group>
        ),
      }),
      column.display({
        id: 'actions',
        header: '',
        cell: ({ row: { original: job } }) => (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconHistory size={14} />}
              onClick={() => onRuns(job)}
            >
              Runs
            </Button>
            <ConfirmButton
              label="Delete"
              question={`Delete ${job.name}? It does not run any more.`}
              onConfirm={async () => {
                await api.delete(`${path}/${job.id}`);
                await client.invalidateQueries({ queryKey: [path] });
              }}
            />
          </Group>
        ),
      }),
    ];
  }, [client, groups.rows, onRuns, path]);
  return (
    <Panel flush>
      <DataTable
        label={words(kind)}
        source={jobs}
        columns={columns}
        empty={
          <Empty icon={IconClockPlay} title={`No ${kind} yet`}>
            {kind === 'jobs' ? 'A job runs once.' : 'A schedule runs whenever its cron says.'}
          </Empty>
        }
      />
    </Panel>
  );
}
