import { Group, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ListContact } from '../api/types';
import { FormModal } from '../parts/FormModal';
import { said } from '../parts/notify';
import { useProblemForm } from '../parts/useProblemForm';
import { bodyOf, formOf, hasNoName, lines } from './contactForm';

interface ContactDialogProps {
  listId: string;
  /** null: a new one. */
  contact: ListContact | null;
  onClose: () => void;
}

/** Adds a person to a list, or changes one; runs that have the list loaded follow. */
export function ContactDialog({ listId, contact, onClose }: ContactDialogProps) {
  const client = useQueryClient();
  const path = `/contact-lists/${listId}/contacts`;
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: formOf(contact),
      validate: {
        devices: (v: string) => (v.trim() ? null : 'Enter at least one.'),
        other: (v: string) => {
          const wrong = lines(v).find(hasNoName);
          return wrong ? `Write a name, a colon and a value: ${wrong}` : null;
        },
      },
    },
    (values) =>
      contact
        ? api.patch<ListContact>(`${path}/${contact.id}`, bodyOf(values, contact), {
            'If-Match': `"${contact.revision}"`,
          })
        : api.post<ListContact>(path, bodyOf(values, null)),
    () => {
      void client.invalidateQueries({ queryKey: [path] });
      void client.invalidateQueries({ queryKey: ['/contact-lists', listId] });
      said(contact ? 'Changed; runs follow at once.' : 'Added, also to runs of this list.');
      onClose();
    },
  );
  return (
    <FormModal
      title={contact ? 'Edit contact' : 'Add a contact'}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit={contact ? 'Save' : 'Add'}
      busy={busy}
      error={error}
      size="lg"
    >
      <Textarea
        label="Devices"
        description="Phone numbers and e-mail addresses, one a line, in the order of trying."
        autosize
        minRows={2}
        maxRows={10}
        withAsterisk
        data-autofocus
        {...form.getInputProps('devices')}
      />
      <Group grow>
        <TextInput label="First name" {...form.getInputProps('firstName')} />
        <TextInput label="Last name" {...form.getInputProps('lastName')} />
      </Group>
      <Group grow>
        <TextInput label="Client ID" {...form.getInputProps('clientId')} />
        <TextInput label="Company" {...form.getInputProps('company')} />
      </Group>
      <Group grow>
        <TextInput
          label="Time zone"
          placeholder={contact?.zones?.join(', ') || 'By postal code'}
          {...form.getInputProps('timeZone')}
        />
        <TextInput label="Postal code" {...form.getInputProps('postalCode')} />
      </Group>
      <Group grow>
        <TextInput label="State" {...form.getInputProps('state')} />
        <TextInput label="Country" placeholder="US" {...form.getInputProps('country')} />
      </Group>
      <Textarea
        label="Other fields"
        description="One a line, as in Balance: 12.50"
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('other')}
      />
    </FormModal>
  );
}
