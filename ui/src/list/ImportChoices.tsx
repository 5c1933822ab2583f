import { Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { usePaged } from '../api/paged';
import { ENTRY_MODE_SAYS, KEYS, MODE_SAYS, MODES, type Choices } from './choices';

interface ImportChoicesProps {
  kind: 'CONTACTS' | 'SUPPRESSION';
  choices: Choices;
  onChange: (choices: Choices) => void;
}

interface Named {
  id: string;
  name: string;
}

/** What becomes of what is on the list, and which rows are taken. */
export function ImportChoices({ kind, choices, onChange }: ImportChoicesProps) {
  const contacts = kind === 'CONTACTS';
  const all = { limit: 1000 };
  const rules = usePaged<Named>('/selection-rules', all);
  const splits = usePaged<Named>('/upload-rules', all, contacts);
  const set = (change: Partial<Choices>) => onChange({ ...choices, ...change });
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label="Mode"
          data={MODES}
          value={choices.mode}
          allowDeselect={false}
          onChange={(mode) => set({ mode: mode ?? 'APPEND' })}
        />
        {contacts && choices.mode === 'UPDATE' && (
          <Select
            label="Rows are found by"
            data={KEYS}
            value={choices.keyKind}
            allowDeselect={false}
            onChange={(keyKind) => set({ keyKind: keyKind ?? 'CLIENT_ID' })}
          />
        )}
        {contacts && choices.mode === 'UPDATE' && choices.keyKind === 'COLUMN' && (
          <TextInput
            label="Column"
            placeholder="As the header writes it"
            value={choices.keyColumn}
            onChange={(event) => set({ keyColumn: event.currentTarget.value })}
          />
        )}
        {(contacts || rules.rows.length > 0) && (
          <Select
            label="Selection rule"
            placeholder="All rows"
            data={rules.rows.map((r) => ({ value: r.id, label: r.name }))}
            value={choices.selectionRuleId}
            clearable
            searchable
            onChange={(selectionRuleId) => set({ selectionRuleId })}
          />
        )}
        {contacts && choices.mode === 'APPEND' && splits.rows.length > 0 && (
          <Select
            label="Upload rule"
            description="Splits the rows over several lists."
            placeholder="All to this list"
            data={splits.rows.map((r) => ({ value: r.id, label: r.name }))}
            value={choices.uploadRuleId}
            clearable
            searchable
            onChange={(uploadRuleId) => set({ uploadRuleId })}
          />
        )}
      </SimpleGrid>
      {contacts && (
        <Checkbox
          label="Load premium-rate numbers too"
          description="Otherwise they are rejected: whoever calls them pays whoever is called."
          checked={choices.allowPremiumRate}
          onChange={(event) => set({ allowPremiumRate: event.currentTarget.checked })}
        />
      )}
      <Text size="xs" c="dimmed">
        {(contacts ? MODE_SAYS : ENTRY_MODE_SAYS)[choices.mode]}
      </Text>
    </Stack>
  );
}
