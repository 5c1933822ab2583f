import { Anchor, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { GroupStateBadge } from '../campaign/GroupState';
import { RecordsBar } from '../campaign/RecordsBar';
import { attemptRates, useSamples } from '../campaign/samples';
import type { Group as CampaignGroup } from '../campaign/types';
import { count, percent } from '../parts/format';
import { Panel } from '../parts/Page';
import { Spark } from '../parts/Spark';

/** One running group: how far it is, how fast it goes, how it feels to the called. */
export function GroupCard({ group }: { group: CampaignGroup }) {
  const samples = useSamples(group.id);
  const rates = useMemo(() => attemptRates(samples).slice(-120), [samples]);
  const { records } = group;
  const facts: [string, string][] = [
    ['In progress', count(records.inProgress)],
    ['Ready', count(records.ready)],
    ['Scheduled', count(records.scheduled)],
    ['Done', `${count(records.final + records.suppressed)} of ${count(records.total)}`],
    ['Occupancy', percent(group.occupancyPct)],
    ['Abandon rate', percent(group.abandonRatePct)],
  ];
  return (
    <Panel>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Group gap="sm">
          <Anchor component={Link} to={`/groups/${group.id}`} fw={600}>
            {group.name}
          </Anchor>
          <GroupStateBadge state={group.state} halted={group.halted} />
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Spark values={rates} />
          <Text size="xs" c="dimmed" className="num" w={92} ta="right">
            {count(rates.at(-1))} / min
          </Text>
        </Group>
      </Group>
      <RecordsBar records={records} />
      <Group gap="xl" mt="sm" component="dl" m={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} size="sm" fw={600} className="num">
              {value}
            </Text>
          </div>
        ))}
      </Group>
    </Panel>
  );
}
