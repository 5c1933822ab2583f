import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';
import type { PgpRecipient } from './types';

interface RecipientFormProps {
  /** Null: a new one. */
  edited: PgpRecipient | null;
  onClose: () => void;
}

/** Name and public key of a recipient. */
export function RecipientForm({ edited, onClose }: RecipientFormProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    {
      initialValues: { name: edited?.name ?? '', publicKey: edited?.publicKey ?? '' },
      validate: {
        name: (v) => (v.trim() ? null : 'A recipient needs a name.'),
        publicKey: (v) => (v.trim() ? null : 'Paste the public key.'),
      },
    },
    (values) =>
      edited
        ? api.patch<PgpRecipient>(`/pgp-recipients/${edited.id}`, values)
        : api.post<PgpRecipient>('/pgp-recipients', values),
    async () => {
      await client.invalidateQueries({ queryKey: ['/pgp-recipients'] });
      onClose();
    },
  );
  return (
    <FormModal
      title={edited ? 'Change recipient' : 'New recipient'}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit={edited ? 'Save recipient' : 'Add recipient'}
      busy={busy}
      error={error}
    >
      <TextInput label="Name" withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Textarea
        label="Public key"
        description={
          edited
            ? 'Paste a newer one when theirs expires or was lost; what is written from then on is encrypted to it.'
            : "As gpg --armor --export writes it. Compare the fingerprint with the recipient's."
        }
        placeholder="-----BEGIN PGP PUBLIC KEY BLOCK-----"
        withAsterisk
        autosize
        minRows={4}
        maxRows={10}
        {...form.getInputProps('publicKey')}
      />
    </FormModal>
  );
}
