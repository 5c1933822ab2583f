import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList } from '../api/types';
import { DurationInput } from '../parts/DurationInput';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import { FileFields, ServerFields } from './SourceFields';
import { NEW_SOURCE, sourceOf } from './sourceForm';
import { ACTIONS, KINDS, type DropSource } from './types';

const PLACEHOLDER = {
  FOLDER: '/srv/lists',
  FTP: 'ftp://files.example.com/outgoing',
  FTPS: 'ftpes://files.example.com/outgoing',
  SFTP: 'sftp://files.example.com/outgoing',
};
const HINT = {
  FOLDER: 'One that every node sees',
  FTP: 'Nothing is encrypted; use FTPS or SFTP where the server has them',
  FTPS: 'ftpes:// encrypts on the usual port, ftps:// from the first byte on port 990',
  SFTP: undefined,
};

export function NewDropSource({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const lists = usePaged<ContactList>('/contact-lists', { limit: 1000 }, opened);
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: NEW_SOURCE,
      validate: {
        name: (v) => (v.trim() ? null : 'A drop source needs a name.'),
        url: (v) => (v.trim() ? null : 'Say where the files are.'),
      },
    },
    (values) => api.post<DropSource>('/drop-sources', sourceOf(values)),
    (_, sent) => {
      void client.invalidateQueries({ queryKey: ['/drop-sources'] });
      sent.reset();
      onClose();
    },
  );
  const { kind, action } = form.values;
  return (
    <FormModal
      title="New drop source"
      opened={opened}
      onClose={onClose}
      onSubmit={submit}
      submit="Create drop source"
      busy={busy}
      error={error}
      size="lg"
    >
      <SegmentedControl aria-label="Kind" data={KINDS} {...form.getInputProps('kind')} />
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={kind === 'FOLDER' ? 'Folder' : 'Address'}
        description={HINT[kind]}
        placeholder={PLACEHOLDER[kind]}
        withAsterisk
        {...form.getInputProps('url')}
      />
      <ServerFields form={form} />
      <Group grow align="flex-start">
        <TextInput
          label="Files"
          description="A mask, such as *.csv, or regex: and an expression"
          {...form.getInputProps('mask')}
        />
        <DurationInput
          label="Look every"
          description="Between two looks"
          {...form.getInputProps('every')}
        />
      </Group>
      <FileFields form={form} />
      <Select label="Then" data={ACTIONS} allowDeselect={false} {...form.getInputProps('action')} />
      {action === 'IMPORT_CONTACTS' && (
        <Select
          label="Contact list"
          description="Empty: a list named like the file."
          data={lists.rows.map((l) => ({ value: l.id, label: l.name }))}
          searchable
          clearable
          {...form.getInputProps('contactListId')}
        />
      )}
    </FormModal>
  );
}
