import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { usePaged } from '../../api/paged';
import type { ContactList, SuppressionList } from '../../api/types';
import type { Rule } from '../../compliance/types';
import { count } from '../../parts/format';
import { Panel } from '../../parts/Page';
import { ProblemAlert } from '../../parts/States';
import type { SelectionRule } from '../../selection/types';
import type { PartProps } from './FormParts';

const ALL = { limit: 1000 };

/** Whom to reach with what weight, and whom not. */
export function ListsPart({ form }: PartProps) {
  const lists = usePaged<ContactList>('/contact-lists', ALL);
  const selections = usePaged<SelectionRule>('/selection-rules', ALL);
  const data = lists.rows.map(({ id, name, contacts }) => ({
    value: id,
    label: `${name} (${count(contacts)})`,
  }));
  const total = form.values.lists.reduce((sum, list) => sum + (list.id ? list.weight : 0), 0);
  return (
    <Panel title="Lists">
      <Stack gap="md">
        {lists.error && <ProblemAlert error={lists.error} />}
        {form.values.lists.map((list, n) => (
          <Group key={n} align="flex-end" gap="sm" wrap="nowrap">
            <Select
              label={n === 0 ? 'Contact list' : undefined}
              aria-label="Contact list"
              placeholder="Choose a list"
              data={data}
              searchable
              withAsterisk={n === 0}
              style={{ flex: 1 }}
              {...form.getInputProps(`lists.${n}.id`)}
            />
            <Select
              label={n === 0 ? 'Selection rule' : undefined}
              aria-label="Selection rule"
              placeholder="All contacts"
              data={selections.rows.map((r) => ({ value: r.id, label: r.name }))}
              searchable
              clearable
              w={180}
              {...form.getInputProps(`lists.${n}.selectionRuleId`)}
            />
            <NumberInput
              label={n === 0 ? 'Weight' : undefined}
              aria-label="Weight"
              min={1}
              max={1000}
              w={110}
              {...form.getInputProps(`lists.${n}.weight`)}
            />
            <Text size="sm" c="dimmed" w={56} ta="right" pb={8} className="num">
              {list.id && total > 0 ? `${Math.round((list.weight / total) * 100)} %` : ''}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label="Remove this list"
              disabled={form.values.lists.length === 1}
              onClick={() => form.removeListItem('lists', n)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        {form.errors.lists && (
          <Text size="xs" c="red" role="alert">
            {form.errors.lists}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => form.insertListItem('lists', { id: '', weight: 10 })}
        >
          Add a list
        </Button>
        <LimitFields form={form} />
      </Stack>
    </Panel>
  );
}

/** Whom not to reach, where no contact lists are chosen. */
export function LimitsPart({ form }: PartProps) {
  return (
    <Panel title="Suppression and rules">
      <LimitFields form={form} />
    </Panel>
  );
}

function LimitFields({ form }: PartProps) {
  const suppression = usePaged<SuppressionList>('/suppression-lists', ALL);
  const rules = usePaged<Rule>('/compliance/rules', ALL);
  return (
    <div className="form-grid">
      <MultiSelect
        label="Suppression lists"
        description="Required ones always apply."
        data={suppression.rows
          .filter((l) => !l.required)
          .map((l) => ({ value: l.id, label: l.name }))}
        searchable
        clearable
        {...form.getInputProps('suppressionListIds')}
      />
      <MultiSelect
        label="Compliance rules"
        description="Required ones always apply."
        data={rules.rows.filter((r) => !r.required).map((r) => ({ value: r.id, label: r.name }))}
        searchable
        clearable
        {...form.getInputProps('ruleIds')}
      />
    </div>
  );
}
