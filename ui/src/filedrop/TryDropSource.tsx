import { Alert, Button, List, Modal, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { bytes, count } from '../parts/format';
import { Loading, ProblemAlert } from '../parts/States';
import { trustOf } from './sourceForm';
import type { DropLook, DropSource } from './types';

/** Looks at a source now and says what it saw. */
export function TryDropSource({ source }: { source: DropSource }) {
  const client = useQueryClient();
  const look = useMutation({
    mutationFn: () => api.post<DropLook>(`/drop-sources/${source.id}/look`),
  });
  const trust = useMutation({
    mutationFn: (change: object) => api.patch<DropSource>(`/drop-sources/${source.id}`, change),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['/drop-sources'] });
      look.mutate();
    },
  });
  const change = look.data ? trustOf(source, look.data) : null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlugConnected size={14} />}
        aria-label={`Try ${source.name}`}
        onClick={() => look.mutate()}
      >
        Try it
      </Button>
      <Modal opened={!look.isIdle} onClose={look.reset} title={`What is at ${source.name}`}>
        {look.isPending && <Loading rows={2} />}
        {look.error && <ProblemAlert error={look.error} onRetry={() => look.mutate()} />}
        {look.data && (
          <Stack gap="md" data-testid="look">
            <Answer look={look.data} />
            {change && (
              <Button color="red" loading={trust.isPending} onClick={() => trust.mutate(change)}>
                I have compared it: trust this server
              </Button>
            )}
            {trust.error && <ProblemAlert error={trust.error} />}
          </Stack>
        )}
      </Modal>
    </>
  );
}

function Answer({ look }: { look: DropLook }) {
  if (look.error) {
    return (
      <Alert color="red" variant="light" title="It could not be looked at" role="alert">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {look.error}
        </Text>
      </Alert>
    );
  }
  return (
    <>
      <Text size="sm">
        It answers. {count(look.matching)} matching {look.matching === 1 ? 'file' : 'files'}
        {look.waiting > 0 && `, ${count(look.waiting)} of them without a marker`}; {look.others}{' '}
        others. Nothing was taken by this look.
      </Text>
      <List size="sm">
        {look.files.map((file) => (
          <List.Item key={file.name}>
            <span className="mono">{file.name}</span> {bytes(file.bytes)}
            {file.waits && ' · waits for its marker'}
          </List.Item>
        ))}
      </List>
    </>
  );
}
