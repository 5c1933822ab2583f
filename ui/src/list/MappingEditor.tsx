import { Checkbox, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import { MappingColumns } from './MappingColumns';
import { CHECKS, NEW_MAPPING, requestOf, valuesOf } from './mappingForm';
import type { Mapping } from './preview';

interface MappingEditorProps {
  /** Null: a new one. */
  mapping: Mapping | null;
  onClose: () => void;
}

const KINDS = [
  { value: 'CONTACTS', label: 'Contact lists' },
  { value: 'SUPPRESSION', label: 'Suppression lists' },
];
const LAYOUTS = [
  { value: 'DELIMITED', label: 'Delimited' },
  { value: 'FIXED', label: 'Fixed positions' },
];
const OTHERS = [
  { value: 'KEEP', label: 'Keep under their names' },
  { value: 'DROP', label: 'Leave out' },
];

/** Makes a data mapping as a table of columns, or changes one. */
export function MappingEditor({ mapping, onClose }: MappingEditorProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: mapping ? valuesOf(mapping) : NEW_MAPPING, validate: CHECKS },
    (values) =>
      mapping
        ? api.patch<Mapping>(`/mappings/${mapping.id}`, requestOf(values))
        : api.post<Mapping>('/mappings', requestOf(values)),
    () => {
      void client.invalidateQueries({ queryKey: ['/mappings'] });
      onClose();
    },
  );
  const delimited = form.values.layout === 'DELIMITED';
  return (
    <FormModal
      title={mapping ? `Change ${mapping.name}` : 'New data mapping'}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit={mapping ? 'Save mapping' : 'Create mapping'}
      busy={busy}
      error={error}
      size="xl"
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
        <Select label="For" data={KINDS} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select
          label="Layout"
          data={LAYOUTS}
          allowDeselect={false}
          {...form.getInputProps('layout')}
          onChange={(layout) => {
            const fixed = layout === 'FIXED';
            form.setValues({ layout: fixed ? 'FIXED' : 'DELIMITED', header: !fixed });
          }}
        />
        {delimited && (
          <TextInput
            label="Delimiter"
            placeholder="Seen from the file; a character, or TAB, BLANK, US, U+001F"
            {...form.getInputProps('delimiter')}
          />
        )}
        {delimited && (
          <TextInput
            label="Quote"
            placeholder='"; NONE where quotes mean nothing'
            {...form.getInputProps('quote')}
          />
        )}
        <NumberInput
          label="Lines to skip"
          min={0}
          max={1000}
          {...form.getInputProps('skipLines')}
        />
        <TextInput
          label="Charset"
          placeholder="Seen from the file"
          {...form.getInputProps('charset')}
        />
        <TextInput
          label="Country of numbers"
          placeholder="The list's"
          maxLength={2}
          {...form.getInputProps('country')}
        />
        {delimited && (
          <Select
            label="Other columns"
            data={OTHERS}
            allowDeselect={false}
            {...form.getInputProps('otherColumns')}
          />
        )}
      </SimpleGrid>
      <Checkbox
        label={
          delimited ? 'The first line names the columns' : 'The first line is a header, passed over'
        }
        {...form.getInputProps('header', { type: 'checkbox' })}
      />
      <MappingColumns
        values={form.values}
        onChange={(columns) => form.setFieldValue('columns', columns)}
      />
      {form.errors.columns && (
        <Text size="xs" c="red" role="alert">
          {form.errors.columns}
        </Text>
      )}
    </FormModal>
  );
}
