import { Alert, Button, Center, Group, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';

/** What went wrong and what to do about it, in the API's own words. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { body } = asProblem(error);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={body.title}
      role="alert"
    >
      <Stack gap={6}>
        {body.detail && body.detail !== body.title && <Text size="sm">{body.detail}</Text>}
        {(body.errors ?? [])
          .filter((e) => e.message !== body.detail && `${e.field} ${e.message}` !== body.detail)
          .map((e) => (
            <Text size="sm" key={e.field + e.code}>
              <b>{e.field}</b>: {e.message}
            </Text>
          ))}
        {body.remedy && (
          <Text size="sm" c="dimmed">
            {body.remedy}
          </Text>
        )}
        <Group gap="md">
          {onRetry && (
            <Button
              size="compact-sm"
              variant="light"
              color="red"
              leftSection={<IconRefresh size={14} />}
              onClick={onRetry}
            >
              Try again
            </Button>
          )}
          {body.requestId && (
            <Text size="xs" c="dimmed">
              Request {body.requestId}
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="sm" aria-busy="true" aria-label="Loading">
      {Array.from({ length: rows }, (_, n) => (
        <Skeleton key={n} height={26} radius="sm" />
      ))}
    </Stack>
  );
}

interface EmptyProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, and what would change that. */
export function Empty({ icon: Symbol, title, children, action }: EmptyProps) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="xs" maw={440}>
        <ThemeIcon size={48} radius="xl" variant="light" color="gray">
          <Symbol size={24} stroke={1.5} />
        </ThemeIcon>
        <Text fw={600}>{title}</Text>
        {children && (
          <Text size="sm" c="dimmed" ta="center">
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Loading, failed or there: one place decides. Data already shown stays when a refresh fails. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
