import { ActionIcon, Autocomplete, Group, Select, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  FIELDS,
  isPlain,
  mayBeOfContact,
  operatorsOf,
  retyped,
  takesNone,
  takesSeveral,
  TYPES,
  type ConditionValues,
} from './ruleForm';

interface ConditionRowProps {
  condition: ConditionValues;
  onChange: (condition: ConditionValues) => void;
  /** Undefined for the only condition there is. */
  onRemove?: () => void;
}

const OWNERS = [
  { value: 'device', label: 'of the device' },
  { value: 'contact', label: 'of the contact' },
];

/** One comparison: what, how, and with what. */
export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { type, operator } = condition;
  return (
    <Group gap="xs" align="flex-start" wrap="wrap" data-testid="condition">
      <Select
        aria-label="Type"
        data={TYPES}
        value={type}
        allowDeselect={false}
        w={140}
        onChange={(value) => value && onChange(retyped(condition, value))}
      />
      {isPlain(type) && (
        <Autocomplete
          aria-label="Field"
          placeholder="Field or column"
          data={FIELDS}
          value={condition.field}
          w={170}
          onChange={(field) => onChange({ ...condition, field })}
        />
      )}
      {mayBeOfContact(type) && (
        <Select
          aria-label="Whose"
          data={OWNERS}
          value={condition.field || 'device'}
          allowDeselect={false}
          w={150}
          onChange={(field) => onChange({ ...condition, field: field ?? 'device' })}
        />
      )}
      <Select
        aria-label="Operator"
        data={operatorsOf(type)}
        value={operator}
        allowDeselect={false}
        w={150}
        onChange={(value) => onChange({ ...condition, operator: value ?? 'EQUAL' })}
      />
      {takesSeveral(operator) && (
        <TagsInput
          aria-label="Values"
          placeholder="Enter after each"
          value={condition.values}
          style={{ flex: 1, minWidth: 180 }}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )}
      {!takesSeveral(operator) && !takesNone(operator) && (
        <TextInput
          aria-label="Value"
          placeholder={operator.includes('LIKE') ? '% any text, _ one character' : 'Value'}
          value={condition.value}
          style={{ flex: 1, minWidth: 180 }}
          onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="Remove this condition"
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
