import { Group, NumberInput, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { DurationInput } from '../parts/DurationInput';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import { BASIC_CHECKS, BASICS, RuleFields } from './RuleFrame';
import type { Rule } from './types';

const SCOPES = [
  { value: 'TENANT', label: 'All campaign groups together' },
  { value: 'GROUP', label: 'Each campaign group' },
];
const COUNT_BY = [
  { value: 'DEVICE', label: 'Device' },
  { value: 'CLIENT_ID', label: 'Client ID' },
  { value: 'BOTH', label: 'Device and client ID' },
];

export function NewAttemptRule({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { ...BASICS, max: 3, within: 'PT24H', scope: 'TENANT', countBy: 'DEVICE' },
      validate: BASIC_CHECKS,
    },
    (values) => api.post<Rule>('/compliance/rules', { ...values, type: 'ATTEMPT' }),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/compliance/rules'] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New attempt rule"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create rule"
      busy={busy}
      error={error}
    >
      <RuleFields getInputProps={form.getInputProps} />
      <Group grow align="flex-start">
        <NumberInput
          label="No contact after so many attempts"
          min={0}
          max={1000}
          {...form.getInputProps('max')}
        />
        <DurationInput label="In the last" {...form.getInputProps('within')} />
      </Group>
      <Group grow align="flex-start">
        <Select
          label="Counted per"
          data={COUNT_BY}
          allowDeselect={false}
          {...form.getInputProps('countBy')}
        />
        <Select
          label="Counted over"
          data={SCOPES}
          allowDeselect={false}
          {...form.getInputProps('scope')}
        />
      </Group>
    </FormModal>
  );
}
