import { Anchor, Progress, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Paged } from '../api/paged';
import type { Import } from '../api/types';
import { count, words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Loading, ProblemAlert } from '../parts/States';
import { When } from '../parts/When';

/** The newest imports, running ones with their progress. */
export function LatestImports({ imports }: { imports: Paged<Import> }) {
  return (
    <Panel title="Latest imports">
      {imports.error && imports.rows.length === 0 && (
        <ProblemAlert error={imports.error} onRetry={() => void imports.refetch()} />
      )}
      {imports.isPending && <Loading rows={3} />}
      {imports.isSuccess && imports.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          No file was imported yet.
        </Text>
      )}
      <Stack gap="md">
        {imports.rows.slice(0, 8).map((item) => (
          <div key={item.id}>
            <Anchor
              component={Link}
              to={`/${item.kind === 'CONTACTS' ? 'lists' : 'suppression'}/${item.listId}`}
              size="sm"
              fw={500}
            >
              {item.fileName}
            </Anchor>
            <Text size="xs" c={item.state === 'FAILED' ? 'red' : 'dimmed'} className="num">
              {words(item.state)} · {count(item.accepted)} accepted
              {item.rejected > 0 && `, ${count(item.rejected)} rejected`} ·{' '}
              <When at={item.finishedAt ?? item.startedAt} relative />
            </Text>
            {item.state === 'RUNNING' && (
              <Progress
                size="sm"
                mt={4}
                value={(item.bytesRead / Math.max(item.bytesTotal, 1)) * 100}
                aria-label={`Import of ${item.fileName}`}
              />
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
