import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { DurationInput } from '../../parts/DurationInput';
import { Panel } from '../../parts/Page';
import { AFTER_RETRIES, resultChoices, TREATMENT_ACTIONS } from '../choices';
import { NEW_TREATMENT } from '../groupForm';
import type { PartProps } from './FormParts';

/** What happens next, by how an attempt ended. */
export function TreatmentsPart({ form }: PartProps) {
  const { treatments } = form.values;
  return (
    <Panel
      title="Treatments"
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.insertListItem('treatments', { ...NEW_TREATMENT, callResults: [] })}
        >
          Add a treatment
        </Button>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          The first treatment that names the call result applies. A result without a treatment is
          final.
        </Text>
        {treatments.map((_, n) => (
          <TreatmentRow key={n} form={form} n={n} />
        ))}
        {form.errors.treatments && (
          <Text size="xs" c="red" role="alert">
            {form.errors.treatments}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

function TreatmentRow({ form, n }: PartProps & { n: number }) {
  const field = (name: string) => form.getInputProps(`treatments.${n}.${name}`);
  const retries = form.values.treatments[n]?.action === 'RETRY_IN';
  return (
    <Paper
      withBorder
      p="sm"
      radius="md"
      component="fieldset"
      m={0}
      aria-label={`Treatment ${n + 1}`}
    >
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <Stack gap="sm" style={{ flex: 1 }}>
          <div className="form-grid">
            <MultiSelect
              label="When the call result is"
              data={resultChoices(form.values.channel)}
              searchable
              {...field('callResults')}
            />
            <Select
              label="Then"
              data={TREATMENT_ACTIONS}
              allowDeselect={false}
              {...field('action')}
            />
          </div>
          {retries && (
            <div className="form-grid">
              <DurationInput label="Interval" {...field('interval')} />
              <DurationInput
                label="Increment"
                description="Added with each further retry."
                {...field('increment')}
              />
              <NumberInput
                label="Retries"
                description="After the first attempt."
                min={1}
                max={100}
                {...field('count')}
              />
              <Select
                label="After the last"
                description="When all retries are used up."
                data={AFTER_RETRIES}
                allowDeselect={false}
                {...field('next')}
              />
            </div>
          )}
        </Stack>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove treatment ${n + 1}`}
          onClick={() => form.removeListItem('treatments', n)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
