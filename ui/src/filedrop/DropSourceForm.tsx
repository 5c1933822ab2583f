import { SegmentedControl, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import { ExportFields } from './ExportFields';
import { OptionFields } from './OptionFields';
import { ActionField, FileFields, ServerFields, TargetFields, TimeFields } from './SourceFields';
import { changeOf, NEW_SOURCE, sourceOf, valuesOf } from './sourceForm';
import { isExport, KINDS, type DropSource } from './types';

const PLACEHOLDER = {
  FOLDER: '/srv/lists',
  FTP: 'ftp://files.example.com/lists',
  FTPS: 'ftpes://files.example.com/lists',
  SFTP: 'sftp://files.example.com/lists',
};
const HINT = {
  FOLDER: 'One that every node sees',
  FTP: 'Nothing is encrypted; use FTPS or SFTP where the server has them',
  FTPS: 'ftpes:// encrypts on the usual port, ftps:// from the first byte on port 990',
  SFTP: undefined,
};

const CHOOSE = 'Choose the list that is exported.';

/** Asks for a new source, or for changes of one that is there. */
export function DropSourceForm({ source, onClose }: { source?: DropSource; onClose: () => void }) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: source ? valuesOf(source) : NEW_SOURCE,
      validate: {
        name: (v) => (v.trim() ? null : 'A drop source needs a name.'),
        url: (v) => (v.trim() ? null : 'Say where the files are, or go to.'),
        cron: (v, { when, action }) =>
          (when === 'ALWAYS' && !isExport(action)) || v.trim()
            ? null
            : 'Say when, or enter a cron expression.',
        options: {
          key: (v, { action, options }) =>
            action === 'IMPORT_CONTACTS' &&
            options.mode === 'UPDATE' &&
            options.keyKind === 'COLUMN' &&
            !v.trim()
              ? 'Name the column.'
              : null,
        },
        contactListId: (v, { action }) => (action === 'EXPORT_CONTACTS' && !v ? CHOOSE : null),
        suppressionListId: (v, { action }) =>
          action === 'EXPORT_SUPPRESSION' && !v ? CHOOSE : null,
      },
    },
    (values) =>
      source
        ? api.patch<DropSource>(`/drop-sources/${source.id}`, changeOf(source, values), {
            'If-Match': `"${source.revision}"`,
          })
        : api.post<DropSource>('/drop-sources', sourceOf(values)),
    () => {
      void client.invalidateQueries({ queryKey: ['/drop-sources'] });
      onClose();
    },
  );
  const { kind } = form.values;
  const exports = isExport(form.values.action);
  return (
    <FormModal
      title={source ? `Change ${source.name}` : 'New drop source'}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit={source ? 'Save' : 'Create drop source'}
      busy={busy}
      error={error}
      size="lg"
    >
      <ActionField form={form} />
      <SegmentedControl aria-label="Kind" data={KINDS} {...form.getInputProps('kind')} />
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={kind === 'FOLDER' ? 'Folder' : 'Address'}
        description={HINT[kind]}
        placeholder={PLACEHOLDER[kind]}
        withAsterisk
        {...form.getInputProps('url')}
      />
      <ServerFields form={form} source={source} />
      <TimeFields form={form} />
      {!exports && <FileFields form={form} />}
      <TargetFields form={form} />
      {exports ? <ExportFields form={form} /> : <OptionFields form={form} />}
    </FormModal>
  );
}
