import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { usePollInterval } from '../api/events';
import type { Import } from '../api/types';
import { Loaded } from '../parts/States';
import { ImportCard } from './Imports';
import { isRunning } from './progress';

interface ImportOutcomeProps {
  importId: string;
  onAnother: () => void;
  onClose: () => void;
}

/** The import as it runs, and what became of it. */
export function ImportOutcome({ importId, onAnother, onClose }: ImportOutcomeProps) {
  const poll = usePollInterval();
  const item = useQuery({
    queryKey: ['/imports', importId],
    queryFn: () => api.get<Import>(`/imports/${importId}`),
    refetchInterval: ({ state }) =>
      state.data && !isRunning(state.data) ? false : Math.min(poll, 1_000),
  });
  return (
    <Stack gap="md">
      <Loaded query={item}>{(data) => <ImportCard item={data} opened />}</Loaded>
      <Group justify="flex-end">
        <Button variant="default" onClick={onAnother}>
          Import another file
        </Button>
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  );
}
