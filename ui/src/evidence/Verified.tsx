import { Alert, Code, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { count } from '../parts/format';
import { Panel } from '../parts/Page';
import { Loaded } from '../parts/States';
import { finding, place } from './findings';
import type { Verification } from './types';

/** A day gone through anew, and what was found. */
export function Verified({ day }: { day: string }) {
  const found = useQuery({
    queryKey: ['/compliance/evidence', day],
    queryFn: () => api.get<Verification>(`/compliance/evidence/${day}`),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Panel title={day}>
      <Loaded query={found}>{(verification) => <Found found={verification} />}</Loaded>
    </Panel>
  );
}

function Found({ found }: { found: Verification }) {
  const { color, title } = finding(found);
  return (
    <Stack gap="sm">
      <Alert color={color} title={title}>
        {count(found.decisions)} rows in {count(found.chains)} chains
        {found.unchained > 0 && `, and ${count(found.unchained)} from before there were chains`}.
      </Alert>
      {found.problems.length > 0 && (
        <List size="sm" spacing={4}>
          {found.problems.map((problem, i) => (
            <List.Item key={i}>
              <b>{place(problem)}</b>: {problem.detail} <Code>{problem.code}</Code>
            </List.Item>
          ))}
        </List>
      )}
      {found.root && (
        <Stack gap={2}>
          <Text size="xs" c="dimmed">
            Signed with key {found.root.signed.keyId}
          </Text>
          <Code block>{found.root.signed.statement}</Code>
        </Stack>
      )}
    </Stack>
  );
}
