import { Group, Stack, Text } from '@mantine/core';
import { IconPhone, IconWorld } from '@tabler/icons-react';
import type { ContactList } from '../api/types';
import { count, percent } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { Rezoning } from './Rezoning';
import { typeShares, zoneShares, type Share } from './shares';

const MOST = 60;

/** Where a list's devices may be, and what kind of lines they are. */
export function ListZones({ list }: { list: ContactList }) {
  const types = typeShares(list.lineTypes);
  const zones = zoneShares(list.zones, 0, MOST);
  return (
    <Stack>
      <Rezoning listId={list.id} />
      <Panel title="Devices by line type">
        {types.length === 0 ? (
          <Empty icon={IconPhone} title="No devices yet" />
        ) : (
          <Bars of={types} />
        )}
      </Panel>
      <Panel title="Devices by the zones they may be in; all of them must be open">
        {zones.length === 0 ? (
          <Empty icon={IconWorld} title="No devices yet" />
        ) : (
          <Bars of={zones} />
        )}
      </Panel>
    </Stack>
  );
}

function Bars({ of: shares }: { of: Share[] }) {
  const largest = Math.max(1, ...shares.map((share) => share.count));
  return (
    <Stack gap={8}>
      {shares.map((share) => (
        <Group key={share.key} wrap="nowrap" gap="md">
          <Text size="sm" w={420} lineClamp={3} title={share.title}>
            {share.title}
          </Text>
          <div className="bar" aria-hidden>
            <div style={{ width: `${(share.count / largest) * 100}%` }} />
          </div>
          <Text size="sm" w={90} ta="right" className="num">
            {count(share.count)}
          </Text>
          <Text size="sm" w={64} ta="right" c="dimmed" className="num">
            {percent(share.pct)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
