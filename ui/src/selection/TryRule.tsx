import { Alert, Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList, ListContact } from '../api/types';
import { count } from '../parts/format';
import { ProblemAlert } from '../parts/States';
import { describe } from './ruleForm';
import type { SelectionRule } from './types';

interface Tried {
  contacts: number;
  matched: number;
  examples: ListContact[];
  unjudged: { devices: number; reason: string } | null;
}

/** Tries a rule on a list: how many it selects, and the first of them. */
export function TryRule({ rule, onClose }: { rule: SelectionRule; onClose: () => void }) {
  const lists = usePaged<ContactList>('/contact-lists', { limit: 1000 });
  const [listId, setListId] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: () => api.post<Tried>(`/selection-rules/${rule.id}/test`, { listId }),
  });
  return (
    <Modal opened onClose={onClose} title={`Try ${rule.name}`} size="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {describe(rule)}
        </Text>
        <Group align="flex-end" gap="sm">
          <Select
            label="Contact list"
            placeholder="Choose a list"
            data={lists.rows.map((l) => ({ value: l.id, label: l.name }))}
            searchable
            value={listId}
            onChange={setListId}
            style={{ flex: 1 }}
          />
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            disabled={!listId}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            Try
          </Button>
        </Group>
        {run.error && <ProblemAlert error={run.error} />}
        {run.data && <Outcome tried={run.data} />}
      </Stack>
    </Modal>
  );
}

function Outcome({ tried }: { tried: Tried }) {
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} data-testid="tried">
        {count(tried.matched)} of {count(tried.contacts)} contacts are selected.
      </Text>
      {tried.unjudged && (
        <Alert color="yellow" title="Not everything could be judged" data-testid="unjudged">
          {count(tried.unjudged.devices)}{' '}
          {tried.unjudged.devices === 1 ? 'device is' : 'devices are'} left out, as an expression
          cannot be evaluated there: {tried.unjudged.reason}.
        </Alert>
      )}
      {tried.examples.length > 0 && (
        <Table aria-label="Examples">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Contact</Table.Th>
              <Table.Th>Devices selected</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tried.examples.map((contact) => (
              <Table.Tr key={contact.id}>
                <Table.Td>
                  {[contact.firstName, contact.lastName].filter(Boolean).join(' ') ||
                    contact.clientId ||
                    contact.id}
                </Table.Td>
                <Table.Td className="num">
                  {contact.devices.map((d) => d.value).join(', ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
