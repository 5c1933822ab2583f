import { Group, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FormModal } from '../parts/FormModal';
import { ZONES } from '../parts/places';
import { useProblemForm } from '../parts/useProblemForm';
import type { ZoneEntry } from './types';
import { changeZoneMap } from './useZoneMap';
import { withEntry } from './zoneEntries';

interface ZoneEntryFormProps {
  /** Null: a new one. */
  edited: ZoneEntry | null;
  onClose: () => void;
}

/** One line of the zone map. */
export function ZoneEntryForm({ edited, onClose }: ZoneEntryFormProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        countryCode: edited?.countryCode ?? '1',
        areaCode: edited?.areaCode ?? '',
        zone: edited?.zone ?? '',
      },
      validate: {
        countryCode: (v) =>
          /^\+?[1-9]\d{0,2}$/.test(v.trim()) ? null : '1 to 3 digits, such as 1 or 44.',
        areaCode: (v) =>
          /^\d{0,9}$/.test(v.trim()) ? null : 'At most 9 digits; empty for all numbers.',
        zone: (v) => (v ? null : 'Choose the zone.'),
      },
    },
    (values) => changeZoneMap((now) => withEntry(now, values, edited)),
    async () => {
      await client.invalidateQueries({ queryKey: ['/zone-map'] });
      onClose();
    },
  );
  return (
    <FormModal
      title={edited ? 'Change entry' : 'New entry'}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit={edited ? 'Save entry' : 'Add entry'}
      busy={busy}
      error={error}
    >
      <Group grow align="flex-start">
        <TextInput
          label="Country code"
          description="Calling code: 1, 44"
          withAsterisk
          data-autofocus
          {...form.getInputProps('countryCode')}
        />
        <TextInput
          label="Area code"
          description="Or more digits; empty: all"
          {...form.getInputProps('areaCode')}
        />
      </Group>
      <Select
        label="Time zone"
        description="Of all these numbers, whatever else is known of them."
        data={ZONES}
        searchable
        withAsterisk
        {...form.getInputProps('zone')}
        value={form.values.zone || null}
      />
    </FormModal>
  );
}
