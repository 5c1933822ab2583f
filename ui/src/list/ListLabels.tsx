import { ActionIcon, Autocomplete, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Page } from '../api/client';
import type { ContactList } from '../api/types';
import { FormModal } from '../parts/FormModal';
import { FIELDS, labelsOf, patchOf, type LabelSchema } from './labels';

interface Line {
  field: string;
  label: string;
}

interface ListLabelsProps {
  list: ContactList;
  opened: boolean;
  onClose: () => void;
}

const NEW = 'new';
const FIRST: Line[] = [
  { field: 'clientId', label: '' },
  { field: 'Other1', label: '' },
];

/** Which label schema a list has, and what it says; a schema may be that of several lists. */
export function ListLabels({ list, opened, onClose }: ListLabelsProps) {
  const schemas = useQuery({
    queryKey: ['/label-schemas', 'list'],
    queryFn: () => api.get<Page<LabelSchema>>('/label-schemas', { limit: 1000 }),
    enabled: opened,
  });
  if (!schemas.data) return null;
  return (
    <Editor
      key={String(opened)}
      list={list}
      schemas={schemas.data.items}
      opened={opened}
      onClose={onClose}
    />
  );
}

function Editor({ list, schemas, opened, onClose }: ListLabelsProps & { schemas: LabelSchema[] }) {
  const client = useQueryClient();
  const linesOf = (id: string | null): Line[] => {
    const labels = schemas.find((s) => s.id === id)?.labels;
    return labels ? Object.entries(labels).map(([field, label]) => ({ field, label })) : FIRST;
  };
  const [chosen, setChosen] = useState(list.labelSchemaId ?? (schemas.length ? null : NEW));
  const [lines, setLines] = useState(linesOf(list.labelSchemaId));
  const [name, setName] = useState(list.name);
  const kept = schemas.find((schema) => schema.id === chosen);
  const save = useMutation({
    mutationFn: async () => {
      let labelSchemaId = chosen;
      if (chosen === NEW) {
        const body = { name, labels: labelsOf(lines) };
        labelSchemaId = (await api.post<LabelSchema>('/label-schemas', body)).id;
      } else if (kept) {
        const labels = patchOf(kept.labels, labelsOf(lines));
        await api.patch(`/label-schemas/${kept.id}`, { labels });
      }
      return api.patch(`/contact-lists/${list.id}`, { labelSchemaId });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['/label-schemas'] });
      await client.invalidateQueries({ queryKey: ['/contact-lists'] });
      onClose();
    },
  });
  const change = (at: number, part: Partial<Line>) =>
    setLines((all) => all.map((line, n) => (n === at ? { ...line, ...part } : line)));
  return (
    <FormModal
      title="Labels of the fields"
      size="lg"
      opened={opened}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
      submit="Save"
      busy={save.isPending}
      error={save.error}
    >
      <Select
        label="Label schema"
        placeholder="None"
        data={[
          ...schemas.map((s) => ({ value: s.id, label: s.name })),
          { value: NEW, label: 'A new one' },
        ]}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          setLines(linesOf(id));
        }}
        clearable
      />
      {chosen === NEW && (
        <TextInput
          label="Name of the label schema"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {chosen !== null && (
        <Stack gap="xs">
          {lines.map((line, n) => (
            <Group key={n} gap="sm" wrap="nowrap">
              <Autocomplete
                aria-label={`Field ${n + 1}`}
                placeholder="Field, such as Other1"
                data={FIELDS}
                value={line.field}
                onChange={(field) => change(n, { field })}
                flex={1}
              />
              <TextInput
                aria-label={`Label ${n + 1}`}
                placeholder="Label"
                value={line.label}
                onChange={(event) => change(n, { label: event.currentTarget.value })}
                flex={1}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove label ${n + 1}`}
                onClick={() => setLines((all) => all.filter((_, at) => at !== n))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => setLines((all) => [...all, { field: '', label: '' }])}
            style={{ alignSelf: 'flex-start' }}
          >
            Another field
          </Button>
        </Stack>
      )}
    </FormModal>
  );
}
