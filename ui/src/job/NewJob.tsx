import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { useGroups } from '../campaign/api';
import { FormModal } from '../parts/FormModal';
import { instantOf } from '../parts/moments';
import { HERE } from '../parts/places';
import { ScheduleInput } from '../parts/ScheduleInput';
import { useProblemForm } from '../parts/useProblemForm';
import { JOB_ACTIONS, type Job } from './types';

export type JobKind = 'jobs' | 'schedules';

/** Asks for a job (once) or a schedule (cron). */
export function NewJob({ kind, onClose }: { kind: JobKind | null; onClose: () => void }) {
  const client = useQueryClient();
  const groups = useGroups();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        name: '',
        action: 'START_GROUP',
        groupId: null as string | null,
        at: '',
        cron: '0 9 * * MON-FRI',
        timeZone: HERE,
      },
      validate: {
        name: (v) => (v.trim() ? null : 'It needs a name.'),
        groupId: (v) => (v ? null : 'Choose a campaign group.'),
        at: (v) => (kind === 'schedules' || v ? null : 'Say when.'),
        cron: (v) => (kind === 'jobs' || v.trim() ? null : 'Say when, or enter a cron expression.'),
      },
    },
    ({ at, cron, timeZone, ...job }) =>
      api.post<Job>(
        `/${kind ?? 'jobs'}`,
        kind === 'schedules' ? { ...job, cron, timeZone } : { ...job, at: instantOf(at) },
      ),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: [`/${kind ?? ''}`] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title={kind === 'schedules' ? 'New schedule' : 'New job'}
      opened={kind !== null}
      onClose={onClose}
      onSubmit={submit}
      submit="Create"
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label="Does"
        data={JOB_ACTIONS}
        allowDeselect={false}
        {...form.getInputProps('action')}
      />
      <Select
        label="Campaign group"
        data={groups.rows.map((g) => ({ value: g.id, label: g.name }))}
        searchable
        withAsterisk
        {...form.getInputProps('groupId')}
      />
      {kind === 'schedules' ? (
        <ScheduleInput
          cron={form.values.cron}
          timeZone={form.values.timeZone}
          onCron={(cron) => form.setFieldValue('cron', cron)}
          onTimeZone={(timeZone) => form.setFieldValue('timeZone', timeZone)}
          error={form.errors.cron}
          zoneError={form.errors.timeZone}
        />
      ) : (
        <TextInput
          type="datetime-local"
          label="At"
          description={`Your time zone: ${HERE}`}
          {...form.getInputProps('at')}
        />
      )}
    </FormModal>
  );
}
