import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAddressBook, IconPhoneOutgoing } from '@tabler/icons-react';
import { Link } from 'react-router';
import { usePollInterval } from '../api/events';
import { usePaged } from '../api/paged';
import type { Import } from '../api/types';
import { isActive } from '../campaign/actions';
import { useGroups } from '../campaign/api';
import { NewGroupButton } from '../campaign/Groups';
import { count, percent } from '../parts/format';
import { Page, Panel } from '../parts/Page';
import { Stat } from '../parts/Stat';
import { Empty, Loading, ProblemAlert } from '../parts/States';
import { GroupCard } from './GroupCard';
import { LatestImports } from './LatestImports';

/** What runs now, at one glance. */
export default function Overview() {
  const groups = useGroups();
  const imports = usePaged<Import>('/imports', { limit: 8 }, true, usePollInterval());
  if (groups.error && groups.rows.length === 0) {
    return (
      <Page title="Overview">
        <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} />
      </Page>
    );
  }
  if (groups.isPending) {
    return (
      <Page title="Overview">
        <Loading rows={8} />
      </Page>
    );
  }
  const active = groups.rows.filter((g) => isActive(g.state));
  const rest = groups.rows.length - active.length;
  return (
    <Page title="Overview" actions={<NewGroupButton />}>
      <Totals groups={active} />
      <div className="live-grid">
        <Stack gap="md">
          {active.map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
          {active.length === 0 && (
            <Panel>
              <Empty
                icon={groups.rows.length === 0 ? IconAddressBook : IconPhoneOutgoing}
                title="No campaign group is running"
                action={
                  <Group>
                    <Button component={Link} to="/lists" variant="default">
                      Contact lists
                    </Button>
                    <Button component={Link} to="/groups">
                      Campaign groups
                    </Button>
                  </Group>
                }
              >
                {groups.rows.length === 0
                  ? 'Upload a list of contacts, then create a campaign group on it.'
                  : 'Start one of your campaign groups and watch it here.'}
              </Empty>
            </Panel>
          )}
          {rest > 0 && active.length > 0 && (
            <Text size="sm" c="dimmed">
              {count(rest)} more not running:{' '}
              <Anchor component={Link} to="/groups" size="sm">
                all campaign groups
              </Anchor>
            </Text>
          )}
        </Stack>
        <LatestImports imports={imports} />
      </div>
    </Page>
  );
}

function Totals({ groups }: { groups: ReturnType<typeof useGroups>['rows'] }) {
  const sum = (of: (g: (typeof groups)[number]) => number) => groups.reduce((n, g) => n + of(g), 0);
  const talking = sum((g) => g.agents.talking);
  const busy = talking + sum((g) => g.agents.wrapUp);
  const agents = busy + sum((g) => g.agents.ready);
  return (
    <div className="stats">
      <Stat
        label="Running groups"
        value={count(groups.filter((g) => g.state === 'RUNNING').length)}
      />
      <Stat label="In progress" value={count(sum((g) => g.records.inProgress))} color="blue" />
      <Stat label="Ready" value={count(sum((g) => g.records.ready))} color="cyan" />
      <Stat label="Scheduled" value={count(sum((g) => g.records.scheduled))} color="yellow" />
      <Stat label="Attempts" value={count(sum((g) => g.attempts.total))} />
      <Stat
        label="Agents talking"
        value={count(talking)}
        hint={
          agents > 0
            ? `of ${count(agents)}, ${percent((busy / agents) * 100)} busy now`
            : 'none signed on'
        }
      />
    </div>
  );
}
