import {
  ActionIcon,
  Autocomplete,
  Group,
  Select,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  FIELDS,
  isExpression,
  isPlain,
  mayBeOfContact,
  operatorsOf,
  retyped,
  takesNone,
  takesSeveral,
  TYPES,
  VARIABLES,
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
      {!isExpression(type) && (
        <Select
          aria-label="Operator"
          data={operatorsOf(type)}
          value={operator}
          allowDeselect={false}
          w={150}
          onChange={(value) => onChange({ ...condition, operator: value ?? 'EQUAL' })}
        />
      )}
      {isExpression(type) && (
        <Textarea
          aria-label="Expression"
          placeholder="has(other.Balance) && double(other.Balance) > 100"
          description={`CEL over ${VARIABLES}`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={condition.value}
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          style={{ flex: 1, minWidth: 320 }}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
        />
      )}
      {takesSeveral(operator) && (
        <TagsInput
          aria-label="Values"
          placeholder="Enter after each"
          value={condition.values}
          style={{ flex: 1, minWidth: 180 }}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )}
      {!isExpression(type) && !takesSeveral(operator) && !takesNone(operator) && (
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
