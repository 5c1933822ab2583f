import { Badge, Group as Row, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { count } from '../parts/format';
import { Panel } from '../parts/Page';
import { Loaded } from '../parts/States';
import { When } from '../parts/When';
import { useWhy } from './api';
import type { Group } from './types';

/** Why the group dials what it dials, or does not, in sentences. */
export function WhyPanel({ group }: { group: Group }) {
  const why = useWhy(group);
  return (
    <Panel title="Why" actions={why.data && <Dialing dialing={why.data.dialing} />}>
      <Loaded query={why}>
        {({ reasons, dialing }) =>
          reasons.length === 0 ? (
            <Text size="sm" c="dimmed">
              {dialing ? 'Nothing holds this group back.' : 'There is nothing to dial.'}
            </Text>
          ) : (
            <Stack gap="md" data-testid="why">
              {reasons.map((reason) => (
                <Row key={reason.code + reason.sentence} wrap="nowrap" align="flex-start" gap="sm">
                  <ThemeIcon
                    variant="light"
                    color={dialing ? 'pine' : 'yellow'}
                    radius="xl"
                    size={26}
                  >
                    {dialing ? <IconCircleCheck size={16} /> : <IconInfoCircle size={16} />}
                  </ThemeIcon>
                  <div>
                    <Text size="sm">{reason.sentence}</Text>
                    <Text size="xs" c="dimmed">
                      {reason.records !== null && `${count(reason.records)} records`}
                      {reason.records !== null && reason.nextAt && ' · '}
                      {reason.nextAt && (
                        <>
                          next <When at={reason.nextAt} relative />
                        </>
                      )}
                    </Text>
                  </div>
                </Row>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Dialing({ dialing }: { dialing: boolean }) {
  return <Badge color={dialing ? 'pine' : 'gray'}>{dialing ? 'Dialing' : 'Not dialing'}</Badge>;
}
