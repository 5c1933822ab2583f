import { Alert, Group, List, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import type { SuppressionList } from '../api/types';
import { FormModal } from '../parts/FormModal';
import { instantOf } from '../parts/moments';
import { said } from '../parts/notify';
import { count } from '../parts/format';
import { useProblemForm } from '../parts/useProblemForm';

interface Added {
  accepted: number;
  rejected: { value: string; code: string; reason: string }[];
}

interface AddEntriesProps {
  list: SuppressionList;
  opened: boolean;
  onClose: () => void;
}

/** Adds single entries; acknowledged only when they are enforced. */
export function AddEntries({ list, opened, onClose }: AddEntriesProps) {
  const client = useQueryClient();
  const [rejected, setRejected] = useState<Added['rejected']>([]);
  const path = `/suppression-lists/${list.id}/entries`;
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { values: '', reason: '', from: '', till: '' },
      validate: { values: (v: string) => (v.trim() ? null : 'Enter at least one.') },
    },
    ({ values, reason, from, till }) =>
      api.post<Added>(path, {
        entries: values
          .split(/[\n,;]+/)
          .map((value) => value.trim())
          .filter(Boolean)
          .map((value) => ({
            value,
            from: instantOf(from),
            till: instantOf(till),
            reason: reason || null,
          })),
      }),
    (added, sent) => {
      void client.invalidateQueries({ queryKey: ['/suppression-lists'] });
      void client.invalidateQueries({ queryKey: [path] });
      setRejected(added.rejected);
      said(`${count(added.accepted)} suppressed from now on.`);
      if (added.rejected.length > 0) return;
      sent.reset();
      onClose();
    },
  );
  const what = list.type === 'DEVICE' ? 'Phone numbers or e-mail addresses' : 'Client IDs';
  return (
    <FormModal
      title="Add entries"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Add"
      busy={busy}
      error={error}
    >
      <Textarea
        label={what}
        description="One a line, or separated by commas."
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        withAsterisk
        {...form.getInputProps('values')}
      />
      <TextInput label="Reason" {...form.getInputProps('reason')} />
      <Group grow>
        <TextInput type="datetime-local" label="From" {...form.getInputProps('from')} />
        <TextInput type="datetime-local" label="Till" {...form.getInputProps('till')} />
      </Group>
      {rejected.length > 0 && (
        <Alert color="orange" title={`${count(rejected.length)} not taken`}>
          <List size="sm">
            {rejected.map((r) => (
              <List.Item key={r.value}>
                <Text span fw={600} size="sm">
                  {r.value}
                </Text>
                : {r.reason}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </FormModal>
  );
}
