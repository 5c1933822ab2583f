import { ActionIcon, Group, NumberInput, Select, TagsInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ContactList } from '../api/types';
import type { SelectionRule } from '../selection/types';
import type { UploadKind } from './types';
import type { TargetValues } from './uploadForm';

interface TargetRowProps {
  kind: UploadKind;
  target: TargetValues;
  lists: ContactList[];
  selections: SelectionRule[];
  onChange: (target: TargetValues) => void;
  /** Undefined for the only target there is. */
  onRemove?: () => void;
}

const named = (rows: { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

/** One list, and what it takes. */
export function TargetRow(props: TargetRowProps) {
  const { kind, target, lists, onChange, onRemove } = props;
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap" data-testid="target">
      <Select
        aria-label="Contact list"
        placeholder="Choose a list"
        data={named(lists)}
        searchable
        value={target.listId}
        style={{ flex: 1 }}
        onChange={(listId) => onChange({ ...target, listId })}
      />
      <Share {...props} kind={kind} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="Remove this list"
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}

/** How much, or what, the list takes. */
function Share({ kind, target, selections, onChange }: TargetRowProps) {
  if (kind === 'FIELD') {
    return (
      <TagsInput
        aria-label="Values"
        placeholder="Enter after each"
        value={target.values}
        style={{ flex: 1 }}
        onChange={(values) => onChange({ ...target, values })}
      />
    );
  }
  if (kind === 'CUSTOM') {
    return (
      <Select
        aria-label="Selection rule"
        placeholder="Choose a rule"
        data={named(selections)}
        searchable
        value={target.selectionRuleId}
        style={{ flex: 1 }}
        onChange={(selectionRuleId) => onChange({ ...target, selectionRuleId })}
      />
    );
  }
  const percentage = kind === 'PERCENTAGE';
  return (
    <NumberInput
      aria-label={percentage ? 'Percentage' : 'Rows'}
      placeholder={percentage ? '1 to 100' : 'Rows'}
      suffix={percentage ? ' %' : undefined}
      thousandSeparator={percentage ? undefined : ','}
      min={1}
      max={percentage ? 100 : 1_000_000_000}
      value={target.number}
      style={{ flex: 1 }}
      onChange={(value) => onChange({ ...target, number: value === '' ? '' : Number(value) })}
    />
  );
}
