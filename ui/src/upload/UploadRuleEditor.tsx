import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ContactList } from '../api/types';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import type { SelectionRule } from '../selection/types';
import { TargetRow } from './TargetRow';
import type { UploadRule } from './types';
import { CHECKS, KINDS, NEW_RULE, NEW_TARGET, requestOf, valuesOf } from './uploadForm';

interface UploadRuleEditorProps {
  /** Null: a new one. */
  rule: UploadRule | null;
  lists: ContactList[];
  selections: SelectionRule[];
  onClose: () => void;
}

/** Makes an upload rule, or changes one. */
export function UploadRuleEditor({ rule, lists, selections, onClose }: UploadRuleEditorProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: rule ? valuesOf(rule) : NEW_RULE, validate: CHECKS },
    (values) =>
      rule
        ? api.patch<UploadRule>(`/upload-rules/${rule.id}`, requestOf(values))
        : api.post<UploadRule>('/upload-rules', requestOf(values)),
    () => {
      void client.invalidateQueries({ queryKey: ['/upload-rules'] });
      onClose();
    },
  );
  const { kind, targets } = form.values;
  const change = (next: typeof targets) => form.setFieldValue('targets', next);
  return (
    <FormModal
      title={rule ? `Change ${rule.name}` : 'New upload rule'}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit={rule ? 'Save rule' : 'Create rule'}
      busy={busy}
      error={error}
      size="lg"
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label="By"
        data={KINDS.map(({ value, label }) => ({ value, label }))}
        description={KINDS.find((k) => k.value === kind)?.says}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {kind === 'FIELD' && (
        <TextInput
          label="Field"
          placeholder="state, clientId, or the name of a column"
          withAsterisk
          {...form.getInputProps('field')}
        />
      )}
      <Stack gap="xs">
        {targets.map((target, n) => (
          <TargetRow
            key={n}
            kind={kind}
            target={target}
            lists={lists}
            selections={selections}
            onChange={(next) => change(targets.map((t, at) => (at === n ? next : t)))}
            onRemove={
              targets.length === 1 ? undefined : () => change(targets.filter((_, at) => at !== n))
            }
          />
        ))}
        {form.errors.targets && (
          <Text size="xs" c="red" role="alert">
            {form.errors.targets}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => change([...targets, NEW_TARGET])}
        >
          Another list
        </Button>
      </Stack>
    </FormModal>
  );
}
