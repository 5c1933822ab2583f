import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { Panel } from '../parts/Page';
import { Loaded } from '../parts/States';
import type { EvidenceKey } from './types';

/** The installation's public keys, to be kept elsewhere. */
export function Keys() {
  const keys = useQuery({
    queryKey: ['/compliance/evidence/keys'],
    queryFn: () => api.get<{ items: EvidenceKey[] }>('/compliance/evidence/keys'),
  });
  return (
    <Panel title="Public keys of this installation">
      <Loaded query={keys}>
        {({ items }) => (
          <Stack gap="sm">
            {items.map(({ id, algorithm, key }, i) => (
              <Stack key={id} gap={2}>
                <Text size="xs" c="dimmed">
                  {id} ({algorithm}){i === 0 && ', signs now'}
                </Text>
                <Code block>{key}</Code>
              </Stack>
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
