import { Badge, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconFileImport, IconUpload, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { usePollInterval } from '../api/events';
import { usePaged } from '../api/paged';
import { Problem } from '../api/problem';
import type { Import, ImportState } from '../api/types';
import { clock, count } from '../parts/format';
import { useNow } from '../parts/now';
import { Empty, Loading, ProblemAlert } from '../parts/States';
import { When } from '../parts/When';
import { hasIssues, ImportIssues } from './ImportIssues';
import { formatOf, isRunning, phaseOf, progressOf } from './progress';

const COLORS: Record<ImportState, string> = {
  QUEUED: 'gray',
  RUNNING: 'blue',
  COMPLETED: 'pine',
  FAILED: 'red',
  CANCELLED: 'orange',
};

interface ImportsProps {
  listId: string;
  kind: Import['kind'];
  onUpload: () => void;
}

/** What was loaded into a list, the newest first, each as it runs. */
export function Imports({ listId, kind, onUpload }: ImportsProps) {
  const poll = usePollInterval();
  const imports = usePaged<Import>('/imports', { listId, kind }, true, Math.min(poll, 3_000));
  if (imports.error && imports.rows.length === 0) {
    return <ProblemAlert error={imports.error} onRetry={() => void imports.refetch()} />;
  }
  if (imports.isPending) return <Loading />;
  const newestFirst = imports.rows
    .filter((i) => i.kind === kind && i.listId === listId)
    .sort((a, b) => Number(b.id) - Number(a.id));
  if (newestFirst.length === 0) {
    return (
      <Paper withBorder className="panel">
        <Empty
          icon={IconFileImport}
          title="Nothing imported yet"
          action={
            <Button leftSection={<IconUpload size={16} />} onClick={onUpload}>
              Upload a file
            </Button>
          }
        >
          Rows are seen here and by campaign groups when an import is completed.
        </Empty>
      </Paper>
    );
  }
  return (
    <Stack gap="md">
      {newestFirst.map((item, n) => (
        <ImportCard key={item.id} item={item} opened={n === 0} />
      ))}
    </Stack>
  );
}

export function ImportCard({ item, opened }: { item: Import; opened: boolean }) {
  const running = isRunning(item);
  return (
    <Paper
      withBorder
      className="panel"
      component="article"
      data-import={item.id}
      data-state={item.state}
    >
      <Stack gap="sm" p="md">
        <Group justify="space-between">
          <Group gap="sm">
            <Badge color={COLORS[item.state]} data-testid="import-state">
              {item.state.charAt(0) + item.state.slice(1).toLowerCase()}
            </Badge>
            <Text fw={600} size="sm">
              {item.fileName}
            </Text>
            {item.format && (
              <Text size="xs" c="dimmed" data-testid="import-format">
                {formatOf(item)}
              </Text>
            )}
          </Group>
          <Group gap="sm">
            <Text size="xs" c="dimmed">
              <When at={item.finishedAt ?? item.startedAt} />
            </Text>
            {running && <CancelImport id={item.id} />}
          </Group>
        </Group>
        {running && <ImportProgress item={item} />}
        {item.error && (
          <ProblemAlert
            error={
              new Problem({ status: 422, title: 'The file could not be loaded', ...item.error })
            }
          />
        )}
        <Counts item={item} />
      </Stack>
      {!running && hasIssues(item) && <ImportIssues item={item} opened={opened} />}
    </Paper>
  );
}

/** How far it is, in a bar and in words. */
export function ImportProgress({ item }: { item: Import }) {
  const now = useNow();
  const { share, secondsLeft } = progressOf(item, now);
  return (
    <Stack gap={6}>
      <Progress.Root size="lg">
        <Progress.Section
          value={share * 100}
          animated
          aria-label="Import progress"
          data-testid="import-progress"
        />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="xs" c="dimmed" className="num">
          {phaseOf(item)}
        </Text>
        <Text size="xs" c="dimmed" className="num">
          {item.rowsPerSecond ? `${count(Math.round(item.rowsPerSecond))} rows/s` : ''}
          {secondsLeft === null ? '' : ` · ${clock(secondsLeft)} left`}
        </Text>
      </Group>
    </Stack>
  );
}

function CancelImport({ id }: { id: string }) {
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.delete(`/imports/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['/imports'] }),
  });
  return (
    <Button
      size="compact-xs"
      variant="light"
      color="gray"
      leftSection={<IconX size={12} />}
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      Cancel
    </Button>
  );
}

function Counts({ item }: { item: Import }) {
  const counts: [string, number, string | undefined][] = [
    ['Rows read', item.rowsRead, undefined],
    ['Accepted', item.accepted, 'pine'],
    ['Updated', item.updated, undefined],
    ['Duplicates', item.duplicates, undefined],
    ['Filtered', item.filtered, undefined],
    ['Rejected', item.rejected, item.rejected > 0 ? 'red' : undefined],
    ['Warnings', item.warnings, item.warnings > 0 ? 'orange' : undefined],
  ];
  return (
    <Group gap="xl" component="dl" m={0}>
      {counts.map(([label, value, color]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} fw={600} c={color} className="num" data-count={label}>
            {count(value)}
          </Text>
        </div>
      ))}
    </Group>
  );
}
