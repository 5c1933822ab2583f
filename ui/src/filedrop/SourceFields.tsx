import { Group, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { usePaged } from '../api/paged';
import type { ContactList, SuppressionList } from '../api/types';
import type { CampaignTemplate } from '../campaign/types';
import { useGroups } from '../campaign/api';
import { DurationInput } from '../parts/DurationInput';
import { ScheduleInput } from '../parts/ScheduleInput';
import type { SourceValues } from './sourceForm';
import { ACTIONS, AFTER, isExport, isOfContacts, WHEN, type DropSource } from './types';

type Form = UseFormReturnType<SourceValues>;

/** Who we are to the server, and which server it must be. */
export function ServerFields({ form, source }: { form: Form; source: DropSource | undefined }) {
  const { kind } = form.values;
  if (kind === 'FOLDER') return null;
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label="User name"
          autoComplete="off"
          {...form.getInputProps('credentials.username')}
        />
        <PasswordInput
          label="Password"
          placeholder={source?.hasPassword ? 'The one that is kept' : undefined}
          autoComplete="new-password"
          {...form.getInputProps('credentials.password')}
        />
      </Group>
      {kind === 'SFTP' && <SshFields form={form} source={source} />}
      {kind === 'FTPS' && (
        <TextInput
          label="Certificate fingerprint"
          description="SHA-256 of the one certificate to trust. Empty: the name of the host decides."
          placeholder="AB:CD:…"
          {...form.getInputProps('fingerprint')}
        />
      )}
    </>
  );
}

function SshFields({ form, source }: { form: Form; source: DropSource | undefined }) {
  return (
    <>
      <Textarea
        label="Private key"
        description="In place of a password, as ssh-keygen writes it. It is not shown again."
        placeholder={
          source?.hasPrivateKey ? 'The one that is kept' : '-----BEGIN OPENSSH PRIVATE KEY-----'
        }
        autosize
        minRows={2}
        maxRows={5}
        autoComplete="off"
        classNames={{ input: 'mono' }}
        {...form.getInputProps('privateKey')}
      />
      <PasswordInput
        label="Passphrase of the key"
        autoComplete="new-password"
        {...form.getInputProps('passphrase')}
      />
      <Textarea
        label="Known hosts"
        description="The server's line. Leave it empty to be shown it when you try the source."
        placeholder="files.example.com ssh-ed25519 AAAA…"
        autosize
        minRows={2}
        maxRows={5}
        classNames={{ input: 'mono' }}
        {...form.getInputProps('knownHosts')}
      />
    </>
  );
}

/** What the place is for: most of the other fields follow from it. */
export function ActionField({ form }: { form: Form }) {
  return (
    <Select label="Action" data={ACTIONS} allowDeselect={false} {...form.getInputProps('action')} />
  );
}

/** When files are looked for. */
export function TimeFields({ form }: { form: Form }) {
  const exports = isExport(form.values.action);
  return (
    <>
      {!exports && (
        <Group grow align="flex-start">
          <TextInput
            label="Files"
            description="A mask, such as *.csv, or regex: and an expression"
            {...form.getInputProps('mask')}
          />
          <Select
            label="Looked for"
            description="Files that lie there are taken then"
            data={WHEN}
            allowDeselect={false}
            {...form.getInputProps('when')}
          />
        </Group>
      )}
      {!exports && form.values.when === 'ALWAYS' ? (
        <DurationInput
          label="Look every"
          description="Between two looks"
          {...form.getInputProps('every')}
        />
      ) : (
        <ScheduleInput
          cron={form.values.cron}
          timeZone={form.values.timeZone}
          onCron={(cron) => form.setFieldValue('cron', cron)}
          onTimeZone={(timeZone) => form.setFieldValue('timeZone', timeZone)}
          error={form.errors.cron}
          zoneError={form.errors.timeZone}
        />
      )}
    </>
  );
}

/** What becomes of the rows of a file. */
export function TargetFields({ form }: { form: Form }) {
  const { action, contactListId, campaignGroupId } = form.values;
  const exports = isExport(action);
  const contacts = isOfContacts(action);
  const lists = usePaged<ContactList>('/contact-lists', { limit: 1000 }, contacts);
  const suppression = usePaged<SuppressionList>('/suppression-lists', { limit: 1000 }, !contacts);
  const groups = useGroups();
  const templates = usePaged<CampaignTemplate>('/campaign-templates', { limit: 1000 }, contacts);
  const dialling = groups.rows.filter((g) => g.lists?.some((l) => l.id === contactListId));
  const choices = (rows: { id: string; name: string }[]) =>
    rows.map((row) => ({ value: row.id, label: row.name }));
  return (
    <>
      {contacts ? (
        <Select
          label="Contact list"
          description={exports ? undefined : 'Empty: a list named like the file.'}
          withAsterisk={exports}
          data={choices(lists.rows)}
          searchable
          clearable
          {...form.getInputProps('contactListId')}
        />
      ) : (
        <Select
          label="Suppression list"
          description={exports ? undefined : 'Empty: a list named like the file.'}
          withAsterisk={exports}
          data={choices(suppression.rows)}
          searchable
          clearable
          {...form.getInputProps('suppressionListId')}
        />
      )}
      {contacts && !exports && contactListId && (
        <Select
          label="And start a campaign group"
          description={
            dialling.length > 0
              ? 'Once a file was loaded. Empty: none is started.'
              : 'No campaign group dials this list yet.'
          }
          data={choices(dialling)}
          disabled={dialling.length === 0}
          clearable
          {...form.getInputProps('campaignGroupId')}
        />
      )}
      {contacts && !exports && !(contactListId && campaignGroupId) && (
        <Select
          label="And start a new campaign group of a template"
          description={
            templates.rows.length > 0
              ? 'One for each file, on the list that it was loaded to. Empty: none.'
              : 'There is no campaign template yet.'
          }
          data={choices(templates.rows)}
          disabled={templates.rows.length === 0}
          clearable
          {...form.getInputProps('templateId')}
        />
      )}
    </>
  );
}

/** When a file is whole, and what becomes of it. */
export function FileFields({ form }: { form: Form }) {
  const { action } = form.values.after;
  return (
    <>
      <TextInput
        label="Marker"
        description="A file is taken only when this one lies beside it. Empty: when it has stopped growing."
        placeholder="{name}.done"
        {...form.getInputProps('marker')}
      />
      <Group grow align="flex-start">
        <Select
          label="Once it is taken"
          data={AFTER}
          allowDeselect={false}
          {...form.getInputProps('after.action')}
        />
        {action === 'MOVE' && <TextInput label="Folder" {...form.getInputProps('after.folder')} />}
        {action === 'RENAME' && (
          <TextInput label="New ending" {...form.getInputProps('after.suffix')} />
        )}
      </Group>
    </>
  );
}
