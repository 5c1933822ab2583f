import { Button, Divider, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import { ConditionRow } from './ConditionRow';
import {
  CHECKS,
  NEW_CONDITION,
  NEW_RULE,
  requestOf,
  valuesOf,
  type ConditionValues,
  type RuleValues,
} from './ruleForm';
import type { SelectionRule } from './types';

type Sets = RuleValues['sets'];

interface RuleEditorProps {
  /** Null: a new one. */
  rule: SelectionRule | null;
  opened: boolean;
  onClose: () => void;
}

/** Makes a selection rule, or changes one. */
export function RuleEditor({ rule, opened, onClose }: RuleEditorProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: rule ? valuesOf(rule) : NEW_RULE, validate: CHECKS },
    (values) =>
      rule
        ? api.patch<SelectionRule>(`/selection-rules/${rule.id}`, requestOf(values))
        : api.post<SelectionRule>('/selection-rules', requestOf(values)),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/selection-rules'] });
      sent.reset();
      onClose();
    },
  );
  const sets = form.values.sets;
  const change = (next: Sets) => form.setFieldValue('sets', next);
  return (
    <FormModal
      title={rule ? `Change ${rule.name}` : 'New selection rule'}
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit={rule ? 'Save rule' : 'Create rule'}
      busy={busy}
      error={error}
      size="xl"
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Text size="sm" c="dimmed">
        A contact is selected when all conditions of one set hold for one of its devices; only such
        devices are used.
      </Text>
      {sets.map((set, n) => (
        <Stack key={n} gap="md">
          {n > 0 && <Divider label="or" labelPosition="center" />}
          <ConditionsOf
            conditions={set.conditions}
            onChange={(conditions) =>
              change(
                conditions.length > 0
                  ? sets.map((s, at) => (at === n ? { conditions } : s))
                  : sets.filter((_, at) => at !== n),
              )
            }
            only={sets.length === 1}
          />
        </Stack>
      ))}
      {form.errors.sets && (
        <Text size="xs" c="red" role="alert">
          {form.errors.sets}
        </Text>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => change([...sets, { conditions: [NEW_CONDITION] }])}
      >
        Or another set
      </Button>
    </FormModal>
  );
}

interface ConditionsOfProps {
  conditions: ConditionValues[];
  /** Whether there is no other set. */
  only: boolean;
  onChange: (conditions: ConditionValues[]) => void;
}

/** One set: its conditions hold together. */
function ConditionsOf({ conditions, only, onChange }: ConditionsOfProps) {
  const last = only && conditions.length === 1;
  return (
    <Paper withBorder p="sm" radius="md" data-testid="condition-set">
      <Stack gap="xs">
        {conditions.map((condition, n) => (
          <ConditionRow
            key={n}
            condition={condition}
            onChange={(next) => onChange(conditions.map((c, at) => (at === n ? next : c)))}
            onRemove={last ? undefined : () => onChange(conditions.filter((_, at) => at !== n))}
          />
        ))}
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPlus size={12} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...conditions, NEW_CONDITION])}
        >
          And another condition
        </Button>
      </Stack>
    </Paper>
  );
}
