import { Checkbox, Group, Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import type { SuppressionList } from '../api/types';
import { FormModal } from '../parts/FormModal';
import { instantOf } from '../parts/moments';
import { COUNTRIES } from '../parts/places';
import { useProblemForm } from '../parts/useProblemForm';
import { RETENTIONS } from './retention';

export function NewSuppressionList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        name: '',
        type: 'DEVICE',
        channels: ['VOICE', 'SMS', 'EMAIL'],
        required: true,
        retention: 'PERMANENT',
        expires: '',
        country: null as string | null,
      },
      validate: {
        name: (v) => (v.trim() ? null : 'A list needs a name.'),
        channels: (v) => (v.length > 0 ? null : 'Choose at least one channel.'),
      },
    },
    (values) =>
      api.post<SuppressionList>('/suppression-lists', {
        ...values,
        expires: instantOf(values.expires),
      }),
    (list) => {
      void client.invalidateQueries({ queryKey: ['/suppression-lists'] });
      void navigate(`/suppression/${list.id}`);
    },
  );
  return (
    <FormModal
      title="New suppression list"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create"
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label="By"
        allowDeselect={false}
        data={[
          { value: 'DEVICE', label: 'Device (phone number or e-mail)' },
          { value: 'CLIENT_ID', label: 'Client ID' },
        ]}
        {...form.getInputProps('type')}
      />
      <Checkbox.Group label="Channels" {...form.getInputProps('channels')}>
        <Group mt={6}>
          <Checkbox value="VOICE" label="Voice" />
          <Checkbox value="SMS" label="SMS" />
          <Checkbox value="EMAIL" label="E-mail" />
        </Group>
      </Checkbox.Group>
      <Switch
        label="Required"
        description="Applies to every campaign; otherwise only to groups that name it."
        {...form.getInputProps('required', { type: 'checkbox' })}
      />
      <Select
        label="Retention"
        description="How long an entry stays."
        allowDeselect={false}
        data={RETENTIONS}
        {...form.getInputProps('retention')}
      />
      <TextInput
        type="datetime-local"
        label="Expires"
        description="When the whole list stops to apply; empty for never."
        {...form.getInputProps('expires')}
      />
      <Select
        label="Country"
        description="Of numbers without a country code; otherwise the tenant's."
        data={COUNTRIES}
        searchable
        clearable
        {...form.getInputProps('country')}
      />
    </FormModal>
  );
}
