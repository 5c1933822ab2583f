import { Group, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { SourceValues } from './sourceForm';
import { AFTER } from './types';

type Form = UseFormReturnType<SourceValues>;

/** Who we are to the server, and which server it must be. */
export function ServerFields({ form }: { form: Form }) {
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
          autoComplete="new-password"
          {...form.getInputProps('credentials.password')}
        />
      </Group>
      {kind === 'SFTP' && <SshFields form={form} />}
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

function SshFields({ form }: { form: Form }) {
  return (
    <>
      <Textarea
        label="Private key"
        description="In place of a password, as ssh-keygen writes it. It is not shown again."
        placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
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
