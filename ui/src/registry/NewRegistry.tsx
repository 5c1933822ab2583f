import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import { COUNTRIES } from '../parts/places';
import { useProblemForm } from '../parts/useProblemForm';
import type { Registry } from './types';

export function NewRegistry({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        name: '',
        country: 'US',
        maxAgeDays: '' as number | string,
      },
      validate: {
        name: (v) => (v.trim() ? null : 'A registry needs a name.'),
        country: (v) => (v ? null : 'Choose whose numbers stand in it.'),
      },
    },
    ({ maxAgeDays, ...values }) =>
      api.post<Registry>('/registries', {
        ...values,
        maxAgeDays: maxAgeDays === '' ? null : Number(maxAgeDays),
      }),
    (registry, done) => {
      void client.invalidateQueries({ queryKey: ['/registries'] });
      done.reset();
      onClose();
      return registry;
    },
  );
  return (
    <FormModal
      title="New registry"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create"
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label="Country"
        description="Of numbers without country code"
        searchable
        data={COUNTRIES}
        {...form.getInputProps('country')}
      />
      <NumberInput
        label="Data may be so many days old"
        description="Empty: as the law says (31 in the US and Canada, else 28)"
        min={1}
        max={31}
        {...form.getInputProps('maxAgeDays')}
      />
    </FormModal>
  );
}
