import {
  ActionIcon,
  Autocomplete,
  Button,
  NumberInput,
  Select,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import {
  ENTRY_FIELDS,
  FIELDS,
  nextColumn,
  type ColumnValues,
  type MappingValues,
} from './mappingForm';

interface MappingColumnsProps {
  values: MappingValues;
  onChange: (columns: ColumnValues[]) => void;
}

const BY = [
  { value: 'NAME', label: 'Name' },
  { value: 'POSITION', label: 'Position' },
];

const whole = (value: string | number): number | '' => (value === '' ? '' : Number(value));

/** Where each field stands, a row a column. */
export function MappingColumns({ values, onChange }: MappingColumnsProps) {
  const { columns, layout, header } = values;
  const set = (at: number, change: Partial<ColumnValues>) =>
    onChange(columns.map((c, n) => (n === at ? { ...c, ...change } : c)));
  return (
    <>
      <Table aria-label="Columns" verticalSpacing={4} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>{layout === 'FIXED' ? 'From, length' : 'Column of the file'}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, n) => (
            <Table.Tr key={n} data-testid="mapped-column">
              <Table.Td>
                <Autocomplete
                  aria-label="Field"
                  placeholder="device1, clientId, any name"
                  data={values.kind === 'SUPPRESSION' ? [...FIELDS, ...ENTRY_FIELDS] : FIELDS}
                  value={column.field}
                  onChange={(field) => set(n, { field })}
                />
              </Table.Td>
              <Table.Td>
                {layout === 'FIXED' ? (
                  <Fixed column={column} onChange={(change) => set(n, change)} />
                ) : (
                  <Delimited column={column} header={header} onChange={(c) => set(n, c)} />
                )}
              </Table.Td>
              <Table.Td w={44}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label="Remove this column"
                  disabled={columns.length === 1}
                  onClick={() => onChange(columns.filter((_, at) => at !== n))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...columns, nextColumn(values)])}
      >
        Another column
      </Button>
      <Text size="xs" c="dimmed">
        Devices are tried in the order of their numbers. A field that is none of those offered keeps
        the column under that name.
      </Text>
    </>
  );
}

interface PlaceProps {
  column: ColumnValues;
  onChange: (change: Partial<ColumnValues>) => void;
}

function Fixed({ column, onChange }: PlaceProps) {
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <NumberInput
        aria-label="From"
        placeholder="From 1"
        min={1}
        value={column.from}
        onChange={(from) => onChange({ from: whole(from) })}
      />
      <NumberInput
        aria-label="Length"
        placeholder="Characters"
        min={1}
        value={column.length}
        onChange={(length) => onChange({ length: whole(length) })}
      />
    </div>
  );
}

function Delimited({ column, header, onChange }: PlaceProps & { header: boolean }) {
  const byName = header && column.by === 'NAME';
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      {header && (
        <Select
          aria-label="Found by"
          data={BY}
          value={column.by}
          allowDeselect={false}
          w={110}
          onChange={(by) => onChange({ by: by === 'POSITION' ? 'POSITION' : 'NAME' })}
        />
      )}
      {byName ? (
        <TextInput
          aria-label="Name in the header"
          placeholder="Name in the header"
          value={column.name}
          style={{ flex: 1 }}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      ) : (
        <NumberInput
          aria-label="Position"
          placeholder="From 1"
          min={1}
          max={500}
          value={column.position}
          style={{ flex: 1 }}
          onChange={(position) => onChange({ position: whole(position) })}
        />
      )}
    </div>
  );
}
