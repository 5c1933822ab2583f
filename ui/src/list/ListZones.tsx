import { Group, Stack, Text } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { count } from '../parts/format';
import type { ContactList } from '../api/types';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { Rezoning } from './Rezoning';
import { ShareBar } from './ShareBar';
import { typeShares } from './shares';

/** Where a list's devices may be: one bar for each set of candidate zones. */
export function ListZones({ list }: { list: ContactList }) {
  const zones = list.zones;
  const rows = Object.entries(zones).sort((a, b) => b[1] - a[1]);
  const largest = rows[0]?.[1] ?? 1;
  return (
    <Stack>
      <Rezoning listId={list.id} />
      <Panel title="Line types">
        <ShareBar label="Line types" shares={typeShares(list.lineTypes)} />
      </Panel>
      <Panel title="Devices by the zones they may be in; all of them must be open">
        {rows.length === 0 ? (
          <Empty icon={IconWorld} title="No devices yet" />
        ) : (
          <Stack gap={8}>
            {rows.slice(0, 60).map(([zone, n]) => (
              <Group key={zone} wrap="nowrap" gap="md">
                <Text size="sm" w={320} truncate title={zone}>
                  {zone.replaceAll('|', ', ') || "Unknown: the list's or the tenant's zone"}
                </Text>
                <div className="bar" aria-hidden>
                  <div style={{ width: `${(n / largest) * 100}%` }} />
                </div>
                <Text size="sm" w={90} ta="right" className="num">
                  {count(n)}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Panel>
    </Stack>
  );
}
