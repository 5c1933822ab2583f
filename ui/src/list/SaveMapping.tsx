import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { ProblemAlert } from '../parts/States';
import type { Mapping, NewMapping } from './preview';

interface SaveMappingProps {
  mappingOf: (name: string) => NewMapping;
  disabled: boolean;
  onSaved: (mapping: Mapping) => void;
}

/** Keeps what was chosen under a name, for the next file of this kind. */
export function SaveMapping({ mappingOf, disabled, onSaved }: SaveMappingProps) {
  const client = useQueryClient();
  const [opened, { toggle, close }] = useDisclosure();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => api.post<Mapping>('/mappings', mappingOf(name)),
    onSuccess: async (mapping) => {
      await client.invalidateQueries({ queryKey: ['/mappings'] });
      close();
      onSaved(mapping);
    },
  });
  return (
    <Popover opened={opened} onChange={close} position="top-start" width={340} trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          onClick={toggle}
          disabled={disabled}
        >
          Save as a mapping
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Stack gap="sm">
            <TextInput
              label="Name of the mapping"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={100}
              data-autofocus
            />
            {save.error && <ProblemAlert error={save.error} />}
            <Group justify="flex-end">
              <Button type="submit" size="xs" disabled={!name.trim()} loading={save.isPending}>
                Save mapping
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
