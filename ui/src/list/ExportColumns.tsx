import { ActionIcon, Group, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, type Page } from '../api/client';
import type { ListContact } from '../api/types';
import { columnLabel, columnsToAdd, moved } from './exportChoices';

interface ExportColumnsProps {
  listId: string;
  columns: string[];
  onChange: (columns: string[]) => void;
}

/** The columns of an exported file, in their order. */
export function ExportColumns({ listId, columns, onChange }: ExportColumnsProps) {
  const [search, setSearch] = useState('');
  const others = useOthers(listId);
  const groups = useMemo(() => columnsToAdd(columns, others), [columns, others]);
  const add = (name: string | null) => {
    if (name) onChange([...columns, name]);
    setSearch('');
  };
  return (
    <Stack gap="xs">
      <Select
        label="Columns"
        description={
          columns.length === 0
            ? 'None chosen: all that an import reads again. Choose some to have these only.'
            : 'These only, from left to right'
        }
        placeholder="Add a column"
        data={groups}
        value={null}
        onChange={add}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        nothingFoundMessage="No such column"
        limit={200}
      />
      {columns.length > 0 && (
        <ScrollArea.Autosize mah={230} type="auto" offsetScrollbars>
          <Stack gap={2} component="ol" m={0} p={0} aria-label="Chosen columns">
            {columns.map((name, index) => (
              <Chosen
                key={name}
                label={columnLabel(name)}
                first={index === 0}
                last={index === columns.length - 1}
                onMove={(by) => onChange(moved(columns, index, by))}
                onRemove={() => onChange(columns.filter((c) => c !== name))}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      )}
    </Stack>
  );
}

/** What the first contacts have beside the fields of every contact. */
function useOthers(listId: string): string[] {
  const path = `/contact-lists/${listId}/contacts`;
  const first = useQuery({
    queryKey: [path, 'first'],
    queryFn: () => api.get<Page<ListContact>>(path, { limit: 50 }),
  });
  return useMemo(
    () => [...new Set((first.data?.items ?? []).flatMap((c) => Object.keys(c.other ?? {})))].sort(),
    [first.data],
  );
}

interface ChosenProps {
  label: string;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function Chosen({ label, first, last, onMove, onRemove }: ChosenProps) {
  return (
    <Group component="li" gap={4} wrap="nowrap" px="xs">
      <Text size="sm" flex={1} truncate>
        {label}
      </Text>
      <ActionIcon
        variant="subtle"
        aria-label={`Move ${label} up`}
        disabled={first}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={`Move ${label} down`}
        disabled={last}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Leave ${label} out`}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
