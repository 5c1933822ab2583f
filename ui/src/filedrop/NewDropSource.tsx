import { Group, PasswordInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { usePaged } from '../api/paged';
import type { ContactList } from '../api/types';
import { DurationInput } from '../parts/DurationInput';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import { ACTIONS, type DropSource } from './types';

const PLACEHOLDER: Record<string, string> = {
  FOLDER: '/srv/lists',
  FTP: 'ftp://files.example.com/outgoing',
};

export function NewDropSource({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const lists = usePaged<ContactList>('/contact-lists', { limit: 1000 }, opened);
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: {
        name: '',
        kind: 'FTP',
        url: '',
        username: '',
        password: '',
        mask: '*.csv',
        every: 'PT1M',
        action: 'IMPORT_CONTACTS',
        contactListId: null as string | null,
      },
      validate: {
        name: (v) => (v.trim() ? null : 'A drop source needs a name.'),
        url: (v) => (v.trim() ? null : 'Say where the files are.'),
      },
    },
    ({ username, password, ...source }) =>
      api.post<DropSource>('/drop-sources', {
        ...source,
        credentials: source.kind === 'FOLDER' || !username ? null : { username, password },
      }),
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
    >
      <SegmentedControl
        aria-label="Kind"
        data={[
          { value: 'FTP', label: 'FTP server' },
          { value: 'FOLDER', label: 'Folder' },
        ]}
        {...form.getInputProps('kind')}
      />
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={kind === 'FOLDER' ? 'Folder' : 'Address'}
        placeholder={PLACEHOLDER[kind]}
        withAsterisk
        {...form.getInputProps('url')}
      />
      {kind !== 'FOLDER' && (
        <Group grow>
          <TextInput label="User name" autoComplete="off" {...form.getInputProps('username')} />
          <PasswordInput
            label="Password"
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        </Group>
      )}
      <Group grow align="flex-start">
        <TextInput
          label="Files"
          description="A mask, such as *.csv"
          {...form.getInputProps('mask')}
        />
        <DurationInput
          label="Look every"
          description="Between two looks"
          {...form.getInputProps('every')}
        />
      </Group>
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
