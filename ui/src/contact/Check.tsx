import { Alert, Badge, Group, Select, Stack, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { CheckResult } from '../api/types';
import { useGroups } from '../campaign/api';
import { callResult, words } from '../parts/format';
import { Panel } from '../parts/Page';
import { Loaded } from '../parts/States';
import { When } from '../parts/When';

const CHANNELS = [
  { value: 'VOICE', label: 'Voice' },
  { value: 'SMS', label: 'SMS' },
];
const OUTCOMES = {
  ALLOWED: { color: 'pine', label: 'Allows' },
  DENIED: { color: 'red', label: 'Denies' },
  NOT_APPLICABLE: { color: 'gray', label: 'Does not apply' },
};

/** May this device be contacted now? Asks every rule; reserves nothing. */
export function Check({ device }: { device: string }) {
  const [channel, setChannel] = useState('VOICE');
  const [groupId, setGroupId] = useState<string | null>(null);
  const groups = useGroups();
  const check = useQuery({
    queryKey: ['/compliance/check', device, channel, groupId],
    queryFn: () => api.post<CheckResult>('/compliance/check', { device, channel, groupId }),
    refetchInterval: 10_000,
  });
  return (
    <Panel
      title="May it be contacted now?"
      actions={
        <>
          <Select
            size="xs"
            aria-label="Channel"
            data={CHANNELS}
            value={channel}
            allowDeselect={false}
            w={100}
            onChange={(value) => setChannel(value ?? 'VOICE')}
          />
          <Select
            size="xs"
            aria-label="Campaign group"
            placeholder="Any campaign group"
            data={groups.rows.map((g) => ({ value: g.id, label: g.name }))}
            value={groupId}
            clearable
            searchable
            w={200}
            onChange={setGroupId}
          />
        </>
      }
    >
      <Loaded query={check}>{(result) => <Answer result={result} />}</Loaded>
    </Panel>
  );
}

function Answer({ result }: { result: CheckResult }) {
  const { allowed, rule, reason, allowedFrom } = result;
  return (
    <Stack gap="md" data-testid="check" data-allowed={allowed}>
      <Alert
        color={allowed ? 'pine' : 'red'}
        icon={allowed ? <IconCircleCheck size={20} /> : <IconCircleX size={20} />}
        title={allowed ? 'Yes, every rule allows it' : 'No'}
      >
        {!allowed && (
          <Stack gap={4}>
            <Text size="sm">{reason}</Text>
            <Group gap="md">
              {rule && (
                <Text size="xs" c="dimmed">
                  {words(rule.type)} rule {rule.id}, version {rule.version}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                Result {callResult(result.callResult)}
              </Text>
              <Text size="xs" c="dimmed">
                Allowed again:{' '}
                {allowedFrom ? <When at={allowedFrom} relative /> : 'not foreseeable'}
              </Text>
            </Group>
          </Stack>
        )}
      </Alert>
      <Table aria-label="What each rule saw" className="plain-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Rule</Table.Th>
            <Table.Th>Saw</Table.Th>
            <Table.Th>Outcome</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.trace.map((step, n) => (
            <Table.Tr key={n}>
              <Table.Td>
                <Text size="sm" fw={500}>
                  {words(step.rule.type)}
                </Text>
                <Text size="xs" c="dimmed">
                  {step.rule.id}, version {step.rule.version}
                </Text>
              </Table.Td>
              <Table.Td>{step.saw}</Table.Td>
              <Table.Td>
                <Badge color={OUTCOMES[step.outcome].color}>{OUTCOMES[step.outcome].label}</Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
