import { Group, Input, NumberInput, Select } from '@mantine/core';
import { amountOf, isoOf, type DurationUnit } from './duration';

const UNITS = [
  { value: 'S', label: 'seconds' },
  { value: 'M', label: 'minutes' },
  { value: 'H', label: 'hours' },
  { value: 'D', label: 'days' },
];

interface DurationInputProps {
  label: string;
  value?: string;
  onChange: (iso: string) => void;
  description?: string;
  error?: string;
}

/** A duration as people say it: a number and a unit. */
export function DurationInput({ label, value, onChange, description, error }: DurationInputProps) {
  const amount = amountOf(value ?? 'PT0S');
  return (
    <Input.Wrapper label={label} description={description} error={error}>
      <Group gap={6} wrap="nowrap" mt={description ? 'calc(var(--mantine-spacing-xs) / 2)' : 0}>
        <NumberInput
          aria-label={label}
          min={0}
          w="100%"
          value={amount.value}
          onChange={(n) => onChange(isoOf({ ...amount, value: Number(n) || 0 }))}
        />
        <Select
          aria-label={`${label}: unit`}
          w={124}
          miw={110}
          data={UNITS}
          allowDeselect={false}
          value={amount.unit}
          onChange={(u) => onChange(isoOf({ ...amount, unit: (u ?? 'M') as DurationUnit }))}
        />
      </Group>
    </Input.Wrapper>
  );
}
