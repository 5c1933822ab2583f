import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FormModal } from '../parts/FormModal';
import { useProblemForm } from '../parts/useProblemForm';

interface NameTemplateProps {
  title: string;
  save: (name: string) => Promise<unknown>;
  onClose: () => void;
}

const CHECKS = { name: (name: string) => (name.trim() ? null : 'A template needs a name.') };

/** Asks for the name under which a template is kept. */
export function NameTemplate({ title, save, onClose }: NameTemplateProps) {
  const client = useQueryClient();
  const { form, submit, busy, error } = useProblemForm(
    { initialValues: { name: '' }, validate: CHECKS },
    (values) => save(values.name.trim()),
    () => {
      void client.invalidateQueries({ queryKey: ['/campaign-templates'] });
      onClose();
    },
  );
  return (
    <FormModal
      title={title}
      opened
      onClose={onClose}
      onSubmit={submit}
      submit="Save template"
      busy={busy}
      error={error}
    >
      <TextInput
        label="Name of the template"
        maxLength={100}
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
    </FormModal>
  );
}
