import {
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DurationInput } from '../../parts/DurationInput';
import { Panel } from '../../parts/Page';
import { CHANNELS, MODES, ZONE_SOURCES } from '../choices';
import type { GroupFormValues } from '../groupForm';

export interface PartProps {
  form: UseFormReturnType<GroupFormValues>;
}

export function BasicsPart({ form, title = 'Campaign group' }: PartProps & { title?: string }) {
  return (
    <Panel title={title}>
      <Stack gap="md">
        <div className="form-grid">
          <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
          <Input.Wrapper label="Channel" labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label="Channel"
              data={CHANNELS}
              {...form.getInputProps('channel')}
            />
          </Input.Wrapper>
          {form.values.channel === 'VOICE' && (
            <Select
              label="Dialing mode"
              data={MODES}
              allowDeselect={false}
              {...form.getInputProps('mode')}
            />
          )}
        </div>
        <div className="form-grid">
          <TextInput
            label="Caller ID"
            description="Shown to the called; empty for the list's or the tenant's."
            placeholder="+1 212 555 0100"
            {...form.getInputProps('callerId')}
          />
          <NumberInput
            label="Attempts per record"
            description="No record is tried more often, whatever its treatments say."
            min={1}
            max={1000}
            {...form.getInputProps('maxAttemptsPerRecord')}
          />
        </div>
      </Stack>
    </Panel>
  );
}

export function WindowPart({ form }: PartProps) {
  return (
    <Panel title="Calling window">
      <Stack gap="md">
        <Switch
          label="Narrow the lawful contact times for this group"
          description="Without it the contact times of the rules apply: 08:00 to 21:00 unless a rule says otherwise."
          {...form.getInputProps('hasWindow', { type: 'checkbox' })}
        />
        {form.values.hasWindow && (
          <div className="form-grid">
            <TextInput type="time" label="From" {...form.getInputProps('from')} />
            <TextInput type="time" label="Till" {...form.getInputProps('till')} />
            <Select
              label="Time zone of"
              data={ZONE_SOURCES}
              allowDeselect={false}
              {...form.getInputProps('timeZoneSource')}
            />
          </div>
        )}
      </Stack>
    </Panel>
  );
}

export function PacingPart({ form }: PartProps) {
  return (
    <Panel title="Pacing">
      <div className="form-grid">
        <NumberInput
          label="Simulated agents"
          description="Signed on for as long as the group runs."
          min={0}
          max={10_000}
          thousandSeparator=" "
          {...form.getInputProps('simulatedAgents')}
        />
        <NumberInput
          label="Multiplier"
          description="Calls per ready agent, 1 to 3."
          min={1}
          max={3}
          step={0.1}
          decimalScale={2}
          {...form.getInputProps('multiplier')}
        />
        <NumberInput
          label="Calls a minute at most"
          description="Empty for no limit of the group's own."
          min={1}
          max={1_000_000}
          thousandSeparator=" "
          {...form.getInputProps('maxCallsPerMinute')}
        />
      </div>
    </Panel>
  );
}

const SHARES = [
  { key: 'answer', label: 'A person answers' },
  { key: 'busy', label: 'Busy' },
  { key: 'noAnswer', label: 'No answer' },
  { key: 'machine', label: 'Answering machine' },
] as const;

const TIMES = [
  { key: 'ring', label: 'Rings for' },
  { key: 'noAnswerAfter', label: 'Given up after' },
  { key: 'handle', label: 'Talk and wrap-up' },
] as const;

export function CarrierPart({ form }: PartProps) {
  return (
    <Panel title="Simulated carrier">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          Behaves like a telephone network and never leaves this installation. Shares run from 0 to
          1.
        </Text>
        <div className="form-grid">
          {SHARES.map(({ key, label }) => (
            <NumberInput
              key={key}
              label={label}
              min={0}
              max={1}
              step={0.05}
              decimalScale={3}
              {...form.getInputProps(`carrier.${key}`)}
            />
          ))}
        </div>
        <div className="form-grid">
          {TIMES.map(({ key, label }) => (
            <DurationInput key={key} label={label} {...form.getInputProps(`carrier.${key}`)} />
          ))}
          <NumberInput
            label="Seed"
            description="The same seed repeats the same calls."
            {...form.getInputProps('carrier.seed')}
          />
        </div>
      </Stack>
    </Panel>
  );
}
