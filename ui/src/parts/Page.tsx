import { Anchor, Breadcrumbs, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageProps {
  title: string;
  lead?: ReactNode;
  badge?: ReactNode;
  above?: { to: string; label: string };
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every screen: where you are, what you can do, then the matter itself. */
export function Page({ title, lead, badge, above, actions, children }: PageProps) {
  useDocumentTitle(`${title} · Beckon`);
  return (
    <Stack gap="lg" className="page">
      <Group justify="space-between" align="flex-end" gap="md">
        <Stack gap={4} miw={0}>
          {above && (
            <Breadcrumbs separatorMargin={6}>
              <Anchor component={Link} to={above.to} size="sm">
                {above.label}
              </Anchor>
              <Text size="sm" c="dimmed">
                {title}
              </Text>
            </Breadcrumbs>
          )}
          <Group gap="sm">
            <Title order={1} size="h2">
              {title}
            </Title>
            {badge}
          </Group>
          {lead && (
            <Text c="dimmed" size="sm">
              {lead}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

interface PanelProps {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}

/** A bordered part of a screen with a heading of its own. */
export function Panel({ title, actions, children, flush = false }: PanelProps) {
  return (
    <Paper withBorder radius="md" className="panel" component="section" aria-label={title}>
      {(title ?? actions) && (
        <Group justify="space-between" px="md" py="sm" className="panel-head">
          <Title order={2} size="sm" fw={600}>
            {title}
          </Title>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
      )}
      <div className={flush ? undefined : 'panel-body'}>{children}</div>
    </Paper>
  );
}
