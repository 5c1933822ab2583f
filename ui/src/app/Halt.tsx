import { Button, Group, Paper, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { usePollInterval } from '../api/events';
import type { Halt } from '../api/types';
import { FormModal } from '../parts/FormModal';
import { ProblemAlert } from '../parts/States';
import { useProblemForm } from '../parts/useProblemForm';
import { When } from '../parts/When';

const KEY = ['/halt'];

export function useHalt() {
  const refetchInterval = usePollInterval();
  return useQuery({ queryKey: KEY, queryFn: () => api.get<Halt>('/halt'), refetchInterval });
}

function useRefresh() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: KEY });
    void client.invalidateQueries({ queryKey: ['/campaign-groups'] });
  };
}

/** The red button: stops every new attempt of the tenant within a second. */
export function HaltButton() {
  const [opened, { open, close }] = useDisclosure();
  const halt = useHalt();
  return (
    <>
      <Button
        color="red.8"
        leftSection={<IconHandStop size={18} />}
        onClick={open}
        disabled={halt.data?.halted}
        className="halt-button"
      >
        {halt.data?.halted ? 'Halted' : 'Halt all'}
      </Button>
      <HaltDialog opened={opened} onClose={close} />
    </>
  );
}

function HaltDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const refresh = useRefresh();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { reason: '', scope: 'TENANT' },
      validate: { reason: (v: string) => (v.trim() ? null : 'Say why, for whoever comes next.') },
    },
    (values) => api.post('/halt', values),
    (_, sent) => {
      sent.reset();
      refresh();
      onClose();
    },
  );
  return (
    <FormModal
      title="Halt all dialing"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Halt all dialing now"
      color="red.8"
      busy={busy}
      error={error}
    >
      <Text size="sm">
        No new attempt starts from now on, in any campaign group. Attempts in progress end by
        themselves. Groups keep their state and go on when the halt is lifted.
      </Text>
      <TextInput
        label="Reason"
        placeholder="Wrong caller ID on the spring campaign"
        data-autofocus
        withAsterisk
        {...form.getInputProps('reason')}
      />
      <Select
        label="Scope"
        allowDeselect={false}
        data={[
          { value: 'TENANT', label: 'This tenant' },
          { value: 'CLUSTER', label: 'The whole installation (operator only)' },
        ]}
        {...form.getInputProps('scope')}
      />
    </FormModal>
  );
}

/** Says on every page that nothing is dialled, since when and why; lifts the halt. */
export function HaltBanner() {
  const halt = useHalt();
  const refresh = useRefresh();
  const lift = useMutation({
    mutationFn: () => api.delete('/halt', { scope: halt.data?.scope }),
    onSuccess: refresh,
  });
  if (!halt.data?.halted) return null;
  const { reason, since, by, scope } = halt.data;
  return (
    <Paper className="halt-banner" radius="md" p="md" mb="lg" role="alert">
      <Group justify="space-between" gap="md">
        <Group gap="sm" wrap="nowrap">
          <IconHandStop size={24} />
          <div>
            <Text fw={700}>
              {scope === 'CLUSTER' ? 'Dialing is halted everywhere' : 'Dialing is halted'}
              {reason ? `: ${reason}` : ''}
            </Text>
            <Text size="sm">
              No new attempt is placed{by ? `; halted by ${by}` : ''}{' '}
              {since && <When at={since} relative />}
            </Text>
          </div>
        </Group>
        <Button
          variant="white"
          color="red.8"
          leftSection={<IconPlayerPlay size={16} />}
          loading={lift.isPending}
          onClick={() => lift.mutate()}
        >
          Lift the halt
        </Button>
      </Group>
      {lift.error && <ProblemAlert error={lift.error} />}
    </Paper>
  );
}
