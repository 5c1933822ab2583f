import { Anchor, Badge, Stack } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import { usePaged } from '../api/paged';
import type { Attempt } from '../api/types';
import { useGroups } from '../campaign/api';
import { DataTable } from '../parts/DataTable';
import { callResult } from '../parts/format';
import { Panel } from '../parts/Page';
import { Empty } from '../parts/States';
import { When } from '../parts/When';
import { DecisionOf, Sentence, type Decision } from './DecisionOf';

const attempt = createColumnHelper<Attempt>();
const ATTEMPTS = [
  attempt.accessor('authorisedAt', {
    header: 'Authorised',
    cell: (c) => <When at={c.getValue()} />,
  }),
  attempt.accessor('device', {
    header: 'Device',
    cell: (c) => (
      <Anchor
        component={Link}
        to={`/contacts?device=${encodeURIComponent(c.getValue())}`}
        size="sm"
        className="num"
      >
        {c.getValue()}
      </Anchor>
    ),
  }),
  attempt.accessor('callResult', {
    header: 'Call result',
    cell: (c) =>
      c.getValue() ? (
        <Badge color="gray">{callResult(c.getValue())}</Badge>
      ) : (
        <Badge color="blue">Open</Badge>
      ),
  }),
  attempt.accessor('groupId', {
    header: 'Campaign group',
    cell: (c) => <GroupName id={c.getValue()} />,
  }),
  attempt.accessor('placedAt', { header: 'Placed', cell: (c) => <When at={c.getValue()} /> }),
  attempt.accessor('endedAt', { header: 'Ended', cell: (c) => <When at={c.getValue()} /> }),
  attempt.accessor('node', {
    header: 'Node',
    cell: (c) => <span className="num">{c.getValue()}</span>,
  }),
  attempt.accessor('decisionId', {
    header: '',
    enableSorting: false,
    cell: (c) => <DecisionOf id={c.getValue()} />,
  }),
];

const decision = createColumnHelper<Decision>();
const DECISIONS = [
  decision.accessor('at', { header: 'When', cell: (c) => <When at={c.getValue()} /> }),
  decision.accessor('allowed', {
    header: 'Decision',
    cell: (c) => (
      <Badge color={c.getValue() ? 'pine' : 'red'}>{c.getValue() ? 'Allowed' : 'Denied'}</Badge>
    ),
  }),
  decision.accessor('reason', {
    header: 'Why',
    enableSorting: false,
    cell: ({ row }) => <Sentence decision={row.original} />,
  }),
  decision.accessor('allowedFrom', {
    header: 'Next allowed',
    cell: ({ row: { original } }) =>
      original.allowed ? '–' : <When at={original.allowedFrom} relative />,
  }),
  decision.accessor('groupId', {
    header: 'Campaign group',
    cell: (c) => <GroupName id={c.getValue()} />,
  }),
];

function GroupName({ id }: { id: string | null }) {
  const { rows } = useGroups();
  if (!id) return <span>–</span>;
  return (
    <Anchor component={Link} to={`/groups/${id}`} size="sm">
      {rows.find((g) => g.id === id)?.name ?? `Group ${id}`}
    </Anchor>
  );
}

/** Attempts and decisions, newest first. */
export function History({ search }: { search: { device: string; clientId: string } }) {
  const attempts = usePaged<Attempt>('/attempts', search, true, 5_000);
  const { device } = search;
  const decisions = usePaged<Decision>('/compliance/decisions', { device }, device !== '', 5_000);
  return (
    <Stack gap="md">
      <Panel title="Attempts" flush>
        <DataTable
          label="Attempts"
          source={attempts}
          columns={ATTEMPTS}
          height={420}
          empty={
            <Empty icon={IconPhoneOff} title="No attempt was made">
              The decisions below say why, if it was ever on a running group.
            </Empty>
          }
        />
      </Panel>
      {device && (
        <Panel title="Decisions" flush>
          <DataTable
            label="Decisions"
            source={decisions}
            columns={DECISIONS}
            height={420}
            empty={<Empty icon={IconPhoneOff} title="No decision was taken" />}
          />
        </Panel>
      )}
    </Stack>
  );
}
