import { Checkbox, Group, NumberInput, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

export interface RuleBasics extends Record<string, unknown> {
  name: string;
  required: boolean;
  priority: number;
  channels: string[];
}

export const BASICS: RuleBasics = {
  name: '',
  required: true,
  priority: 1,
  channels: ['VOICE', 'SMS', 'EMAIL'],
};

export const BASIC_CHECKS = {
  name: (name: string) => (name.trim() ? null : 'A rule needs a name.'),
  channels: (channels: string[]) => (channels.length > 0 ? null : 'Choose at least one channel.'),
};

interface Fields {
  getInputProps: UseFormReturnType<RuleBasics>['getInputProps'];
}

/** What every rule has. */
export function RuleFields({ getInputProps }: Fields) {
  return (
    <>
      <Group align="flex-start" wrap="nowrap">
        <TextInput
          label="Name"
          withAsterisk
          data-autofocus
          style={{ flex: 1 }}
          {...getInputProps('name')}
        />
        <NumberInput label="Priority" min={1} w={100} {...getInputProps('priority')} />
      </Group>
      <Switch
        label="Required"
        description="Applies to every campaign, running ones too; otherwise only to groups that name it."
        {...getInputProps('required', { type: 'checkbox' })}
      />
      <Checkbox.Group label="Channels" {...getInputProps('channels')}>
        <Group mt={6}>
          <Checkbox value="VOICE" label="Voice" />
          <Checkbox value="SMS" label="SMS" />
          <Checkbox value="EMAIL" label="E-mail" />
        </Group>
      </Checkbox.Group>
    </>
  );
}
