import { Group, Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { usePaged } from '../api/paged';
import type { SourceValues } from './sourceForm';
import { isOfContacts } from './types';

interface Named {
  id: string;
  name: string;
}

const choices = (rows: Named[]) => rows.map((row) => ({ value: row.id, label: row.name }));

/** What of a list is written, and how. */
export function ExportFields({ form }: { form: UseFormReturnType<SourceValues> }) {
  const contacts = isOfContacts(form.values.action);
  const rules = usePaged<Named>('/selection-rules', { limit: 1000 }, contacts);
  const recipients = usePaged<Named>('/pgp-recipients', { limit: 1000 });
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label="File name"
          description="May hold {list}, {date} and {time}"
          placeholder={`${contacts ? 'list' : 'suppression'}-{list}-{date}-{time}.csv`}
          {...form.getInputProps('export.fileName')}
        />
        <Select
          label="Format"
          description="With a header"
          data={['CSV', 'XLSX']}
          allowDeselect={false}
          {...form.getInputProps('export.format')}
        />
      </Group>
      {contacts && (
        <>
          <TextInput
            label="Columns"
            description="Names with commas between them. Empty: all that an import reads again."
            placeholder="clientId, lastName, device1, device1CallResult"
            {...form.getInputProps('export.columns')}
          />
          <Switch
            label="With call result, attempts and last attempt of every device"
            {...form.getInputProps('export.results', { type: 'checkbox' })}
          />
        </>
      )}
      <Group grow align="flex-start">
        {contacts && (
          <Select
            label="Only those of a selection rule"
            data={choices(rules.rows)}
            clearable
            {...form.getInputProps('export.selectionRuleId')}
          />
        )}
        <Select
          label="Encrypted to"
          description="A PGP recipient of Settings"
          data={choices(recipients.rows)}
          clearable
          {...form.getInputProps('export.recipientId')}
        />
      </Group>
    </>
  );
}
