import { Progress, Tooltip } from '@mantine/core';
import { count } from '../parts/format';
import type { Records } from './types';

/** How a group's records are spread over their states, in the order they pass through them. */
export const RECORD_STATES = [
  { key: 'final', label: 'Final', color: 'pine' },
  { key: 'inProgress', label: 'In progress', color: 'blue' },
  { key: 'ready', label: 'Ready', color: 'cyan' },
  { key: 'scheduled', label: 'Scheduled', color: 'yellow' },
  { key: 'suppressed', label: 'Suppressed', color: 'red' },
] as const;

export function RecordsBar({ records, size = 'lg' }: { records: Records; size?: string }) {
  const share = (n: number) => (records.total > 0 ? (n / records.total) * 100 : 0);
  const done = Math.round(share(records.final + records.suppressed));
  return (
    <Progress.Root
      size={size}
      role="img"
      aria-label={`${done} % of ${count(records.total)} records done`}
    >
      {RECORD_STATES.map(({ key, label, color }) => (
        <Tooltip key={key} label={`${label}: ${count(records[key])}`}>
          <Progress.Section value={share(records[key])} color={color} withAria={false} />
        </Tooltip>
      ))}
    </Progress.Root>
  );
}
