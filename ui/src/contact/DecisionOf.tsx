import { Badge, Button, Popover, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Page } from '../api/client';
import type { RuleRef } from '../api/types';
import { words } from '../parts/format';
import { Loaded } from '../parts/States';
import { When } from '../parts/When';

export interface Decision {
  id: string;
  /** Null: several attempts, none of which could be checked. */
  attemptId: string | null;
  attempts: number;
  at: string;
  groupId: string | null;
  allowed: boolean;
  uncertain: boolean;
  ruleSetVersion: number;
  rule: RuleRef | null;
  reason: string | null;
  callResult: string | null;
  allowedFrom: string | null;
}

/** What was decided, in a sentence, and by which rule. */
export function Sentence({ decision }: { decision: Decision }) {
  const { rule, reason, ruleSetVersion } = decision;
  return (
    <Stack gap={2} maw={560}>
      <Text size="sm">{reason ?? 'Every rule allowed it.'}</Text>
      <Text size="xs" c="dimmed">
        {rule
          ? `${words(rule.type)} rule ${rule.id}, version ${rule.version}`
          : `Rules in force: version ${ruleSetVersion}`}
      </Text>
    </Stack>
  );
}

/** The decision behind one attempt, on demand. */
export function DecisionOf({ id }: { id: string }) {
  const [opened, setOpened] = useState(false);
  const found = useQuery({
    queryKey: ['/compliance/decisions', id],
    queryFn: () => api.get<Page<Decision>>('/compliance/decisions', { id }),
    enabled: opened,
  });
  return (
    <Popover opened={opened} onChange={setOpened} withArrow position="left" width={380}>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" onClick={() => setOpened((o) => !o)}>
          Decision
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Loaded query={found}>
          {({ items: [decision] }) =>
            decision ? (
              <Stack gap="xs" align="flex-start">
                <Badge color={decision.allowed ? 'pine' : 'red'}>
                  {decision.allowed ? 'Allowed' : 'Denied'}
                </Badge>
                <Sentence decision={decision} />
                <Text size="xs" c="dimmed">
                  <When at={decision.at} />
                </Text>
              </Stack>
            ) : (
              <Text size="sm">It is not kept any more.</Text>
            )
          }
        </Loaded>
      </Popover.Dropdown>
    </Popover>
  );
}
