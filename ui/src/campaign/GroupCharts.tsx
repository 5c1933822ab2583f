import { Group as Row, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { callResult, count, percent } from '../parts/format';
import { LiveChart } from '../parts/LiveChart';
import { Panel } from '../parts/Page';
import { attemptRates, useSamples } from './samples';
import type { Group } from './types';

const BLUE = '#2f80ed';
const PINE = '#14a085';
const VIOLET = '#8b5cf6';

/** The group's numbers over time, as long as somebody looks, and how its attempts ended. */
export function GroupCharts({ group }: { group: Group }) {
  const samples = useSamples(group.id);
  const rates = useMemo(() => attemptRates(samples), [samples]);
  return (
    <Stack gap="md">
      <Panel title="Dialing" flush>
        <LiveChart
          label="Attempts a minute, calls in progress and agents talking over time"
          times={samples.map((s) => s.at)}
          series={[
            { label: 'Attempts a minute', color: BLUE, values: rates, fill: true },
            {
              label: 'In progress',
              color: PINE,
              values: samples.map((s) => s.inProgress),
              axis: 'right',
            },
            {
              label: 'Agents talking',
              color: VIOLET,
              values: samples.map((s) => s.talking),
              axis: 'right',
            },
          ]}
        />
      </Panel>
      <Panel title="Attempts by result">
        <Results attempts={group.attempts} />
      </Panel>
    </Stack>
  );
}

function Results({ attempts }: { attempts: Group['attempts'] }) {
  const rows = Object.entries(attempts.byResult).sort((a, b) => b[1] - a[1]);
  const largest = rows[0]?.[1] ?? 1;
  const ended = rows.reduce((sum, [, n]) => sum + n, 0);
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No attempt has ended yet.
      </Text>
    );
  }
  return (
    <Stack gap={8} component="dl" m={0}>
      {rows.map(([result, n]) => (
        <Row key={result} wrap="nowrap" gap="md">
          <Text component="dt" size="sm" w={170} truncate>
            {callResult(result)}
          </Text>
          <div className="bar" aria-hidden>
            <div style={{ width: `${(n / largest) * 100}%` }} />
          </div>
          <Text
            component="dd"
            m={0}
            size="sm"
            className="num"
            w={130}
            ta="right"
            data-result={result}
          >
            {count(n)}{' '}
            <Text span size="xs" c="dimmed">
              {percent((n / ended) * 100)}
            </Text>
          </Text>
        </Row>
      ))}
    </Stack>
  );
}
