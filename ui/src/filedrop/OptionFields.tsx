import { Autocomplete, Select, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { usePaged } from '../api/paged';
import { ENTRY_MODE_SAYS, KEYS, MODE_SAYS, MODES } from '../list/choices';
import { useMappings } from '../list/useMappings';
import { COUNTRIES } from '../parts/places';
import { CHARSETS, DEDUPES, DELIMITERS } from './importOptions';
import type { SourceValues } from './sourceForm';

interface Named {
  id: string;
  name: string;
}

type Form = UseFormReturnType<SourceValues>;

const choices = (rows: Named[]) => rows.map((row) => ({ value: row.id, label: row.name }));

/** What becomes of what is on the list, and which rows of a file are taken. */
export function OptionFields({ form }: { form: Form }) {
  const contacts = form.values.action === 'IMPORT_CONTACTS';
  const rules = usePaged<Named>('/selection-rules', { limit: 1000 });
  const splits = usePaged<Named>('/upload-rules', { limit: 1000 }, contacts);
  const { mode, keyKind } = form.values.options;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label="Mode"
          data={MODES}
          allowDeselect={false}
          {...form.getInputProps('options.mode')}
        />
        <Select
          label="Duplicates are known by"
          data={DEDUPES}
          allowDeselect={false}
          {...form.getInputProps('options.dedupe')}
        />
        {contacts && mode === 'UPDATE' && (
          <Select
            label="Rows are found by"
            data={KEYS}
            allowDeselect={false}
            {...form.getInputProps('options.keyKind')}
          />
        )}
        {contacts && mode === 'UPDATE' && keyKind === 'COLUMN' && (
          <TextInput
            label="Column"
            placeholder="As the header writes it"
            {...form.getInputProps('options.key')}
          />
        )}
        {(contacts || rules.rows.length > 0) && (
          <Select
            label="Selection rule"
            placeholder="All rows"
            data={choices(rules.rows)}
            clearable
            searchable
            {...form.getInputProps('options.selectionRuleId')}
          />
        )}
        {contacts && mode === 'APPEND' && splits.rows.length > 0 && (
          <Select
            label="Upload rule"
            placeholder="All to this list"
            data={choices(splits.rows)}
            clearable
            searchable
            {...form.getInputProps('options.uploadRuleId')}
          />
        )}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {(contacts ? MODE_SAYS : ENTRY_MODE_SAYS)[mode]}
      </Text>
      {contacts && (
        <Switch
          label="Load premium-rate numbers too"
          {...form.getInputProps('options.allowPremiumRate', { type: 'checkbox' })}
        />
      )}
      <ReadingFields form={form} contacts={contacts} />
    </>
  );
}

/** How a file is read. */
function ReadingFields({ form, contacts }: { form: Form; contacts: boolean }) {
  const mappings = useMappings(contacts ? 'CONTACTS' : 'SUPPRESSION');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <Select
        label="Mapping"
        placeholder={form.values.options.mapping ? 'One of its own' : 'By column names'}
        data={mappings.map((m) => ({ value: m.id, label: m.name }))}
        clearable
        searchable
        {...form.getInputProps('options.mappingId')}
      />
      <Autocomplete
        label="Delimiter"
        placeholder="Detect"
        data={DELIMITERS}
        {...form.getInputProps('options.delimiter')}
      />
      <Select
        label="Charset"
        placeholder="Detect"
        data={CHARSETS}
        clearable
        {...form.getInputProps('options.charset')}
      />
      <Select
        label="Country of numbers"
        placeholder="The list's"
        data={COUNTRIES}
        clearable
        searchable
        {...form.getInputProps('options.country')}
      />
    </SimpleGrid>
  );
}
