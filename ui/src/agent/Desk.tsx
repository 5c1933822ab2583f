import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { useSession } from '../api/session';
import { words } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Loading, ProblemAlert } from '../parts/States';
import { When } from '../parts/When';

interface AgentState {
  state: string;
  since?: string | null;
  reason?: string | null;
}

/** The agent's own place: who they are and how they are signed on. */
export default function Desk() {
  const session = useSession();
  const me = useQuery({
    queryKey: ['/agents', 'me'],
    queryFn: () => api.get<AgentState>('/agents/me'),
    refetchInterval: 5_000,
  });
  const absent = me.error instanceof Problem && me.error.status === 404;
  return (
    <Page title="My desk" lead={`Signed in as ${session.data?.username ?? ''}.`}>
      <Panel title="My state">
        {absent && (
          <Alert color="gray" icon={<IconHeadset size={18} />} title="Not signed on">
            Calls are handed to simulated agents. Nothing waits for you here.
          </Alert>
        )}
        {me.isPending && <Loading rows={2} />}
        {me.error && !absent && <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />}
        {me.data && (
          <Stack gap={4}>
            <Group gap="sm">
              <Badge size="lg">{words(me.data.state)}</Badge>
              {me.data.since && (
                <Text size="sm" c="dimmed">
                  since <When at={me.data.since} />
                </Text>
              )}
            </Group>
            {me.data.reason && <Text size="sm">{me.data.reason}</Text>}
          </Stack>
        )}
      </Panel>
    </Page>
  );
}
