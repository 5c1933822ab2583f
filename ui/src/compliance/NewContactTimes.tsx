import {
  ActionIcon,
  Button,
  Chip,
  Group,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import { COUNTRIES } from '../parts/places';
import { useProblemForm } from '../parts/useProblemForm';
import { BASIC_CHECKS, BASICS, RuleFields } from './RuleFrame';
import { DAYS, type Day, type Rule, type Window } from './types';

const WORKDAYS: Day[] = ['MON', 'TUE', 'WED', 'THU', 'FRI'];
const WINDOW: Window = { days: WORKDAYS, from: '09:00', till: '20:00' };
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function checkWindows(windows: Window[]): string | null {
  if (windows.some((w) => w.days.length === 0)) return 'Choose at least one day for each window.';
  if (windows.some((w) => !TIME.test(w.from) || !TIME.test(w.till))) {
    return 'Times are 00:00 to 24:00.';
  }
  return windows.some((w) => w.from >= w.till) ? 'A window ends after it begins.' : null;
}

export function NewContactTimes({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        ...BASICS,
        windows: [WINDOW],
        country: null as string | null,
        states: [] as string[],
        replacesDefault: false,
      },
      validate: { ...BASIC_CHECKS, windows: checkWindows },
    },
    ({ country, states, ...rule }) =>
      api.post<Rule>('/compliance/rules', {
        ...rule,
        type: 'CONTACT_TIMES',
        where: country ? { country, ...(states.length > 0 && { states }) } : null,
      }),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/compliance/rules'] });
      sent.reset();
      onClose();
    },
  );
  return (
    <FormModal
      title="New contact times"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create rule"
      busy={busy}
      error={error}
      size="lg"
    >
      <RuleFields getInputProps={form.getInputProps} />
      <Stack gap="xs">
        <Text size="sm" fw={500}>
          May be contacted, in the local time of every zone a device may be in
        </Text>
        {form.values.windows.map((_, n) => (
          <Group key={n} gap="sm" align="center">
            <Chip.Group multiple {...form.getInputProps(`windows.${n}.days`)}>
              <Group gap={4}>
                {DAYS.map((day) => (
                  <Chip key={day.value} value={day.value} size="xs">
                    {day.label}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <TextInput aria-label="From" w={80} {...form.getInputProps(`windows.${n}.from`)} />
            <TextInput aria-label="Till" w={80} {...form.getInputProps(`windows.${n}.till`)} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Remove this window"
              disabled={form.values.windows.length === 1}
              onClick={() => form.removeListItem('windows', n)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        {form.errors.windows && (
          <Text size="xs" c="red" role="alert">
            {form.errors.windows}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => form.insertListItem('windows', { ...WINDOW, days: ['SAT'] })}
        >
          Add a window
        </Button>
      </Stack>
      <Group grow align="flex-start">
        <Select
          label="Where"
          placeholder="Everywhere"
          data={COUNTRIES}
          searchable
          clearable
          {...form.getInputProps('country')}
        />
        <TagsInput
          label="States"
          placeholder={form.values.country ? 'FL, then Enter' : 'Choose a country first'}
          disabled={!form.values.country}
          {...form.getInputProps('states')}
        />
      </Group>
      <Switch
        label="Replaces the default"
        description="Stands in for 08:00 to 21:00 where it applies, and may be wider. This is audited."
        {...form.getInputProps('replacesDefault', { type: 'checkbox' })}
      />
    </FormModal>
  );
}
