import { Anchor, Button, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList } from '../api/types';
import { spoken } from '../parts/duration';
import { callResult, count, words } from '../parts/format';
import { said } from '../parts/notify';
import { Panel } from '../parts/Page';
import { ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import type { Group, Treatment } from './types';

/** What the group was told, and what may be changed while it runs. */
export function GroupSettings({ group }: { group: Group }) {
  return (
    <div className="live-grid">
      <Panel title="Settings" flush>
        <Facts group={group} />
      </Panel>
      {group.channel === 'VOICE' && group.pacing && <PacingForm group={group} />}
    </div>
  );
}

function sentence(t: Treatment): string {
  const when = t.callResults.map(callResult).join(', ');
  if (t.action !== 'RETRY_IN' || !t.interval) return `${when}: ${words(t.action).toLowerCase()}`;
  const more = t.increment && t.increment !== 'PT0S' ? ` (+${spoken(t.increment)} each time)` : '';
  const next = t.next ? `, then ${words(t.next).toLowerCase()}` : '';
  return `${when}: retry in ${spoken(t.interval)}${more}, ${count(t.count)} times${next}`;
}

function Facts({ group }: { group: Group }) {
  const lists = usePaged<ContactList>('/contact-lists', { limit: 1000 });
  const nameOf = (id: string) => lists.rows.find((l) => l.id === id)?.name ?? id;
  const window = group.callingWindow;
  const rows: [string, ReactNode][] = [
    [
      'Contact lists',
      (group.lists ?? []).map((l) => (
        <div key={l.id}>
          <Anchor component={Link} to={`/lists/${l.id}`} size="sm">
            {nameOf(l.id)}
          </Anchor>{' '}
          weight {l.weight}
        </div>
      )),
    ],
    ['Caller ID', group.callerId ?? "The list's or the tenant's"],
    ['Attempts per record', count(group.maxAttemptsPerRecord)],
    [
      'Calling window',
      window
        ? `${window.from}–${window.till}, zone of ${words(window.timeZoneSource).toLowerCase()}`
        : 'Lawful contact times only',
    ],
    [
      'Treatments',
      (group.treatments ?? []).length === 0
        ? 'None: every result is final'
        : group.treatments?.map((t) => <div key={sentence(t)}>{sentence(t)}</div>),
    ],
  ];
  return (
    <Table variant="vertical" layout="fixed" className="facts">
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th w={180}>{label}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PacingForm({ group }: { group: Group }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        simulatedAgents: group.pacing?.simulatedAgents ?? 0,
        multiplier: group.pacing?.multiplier ?? 1,
        maxCallsPerMinute: group.pacing?.maxCallsPerMinute ?? '',
      },
    },
    ({ maxCallsPerMinute, ...rest }) =>
      api.patch<Group>(`/campaign-groups/${group.id}`, {
        pacing: {
          ...group.pacing,
          ...rest,
          maxCallsPerMinute: maxCallsPerMinute === '' ? null : maxCallsPerMinute,
        },
      }),
    (changed) => {
      client.setQueryData(['/campaign-groups', group.id], changed);
      said('The new pacing is in force.');
    },
  );
  return (
    <Panel title="Pacing">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            May be changed while the group runs.
          </Text>
          <NumberInput
            label="Simulated agents"
            min={0}
            max={10_000}
            {...form.getInputProps('simulatedAgents')}
          />
          <NumberInput
            label="Multiplier"
            min={1}
            max={3}
            step={0.1}
            {...form.getInputProps('multiplier')}
          />
          <NumberInput
            label="Calls a minute at most"
            min={1}
            {...form.getInputProps('maxCallsPerMinute')}
          />
          {error && <ProblemAlert error={error} />}
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            Change pacing
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
