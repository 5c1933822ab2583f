import { Badge, Box, Group, Select, Table, Text, Tooltip } from '@mantine/core';
import { words } from '../parts/format';
import { When } from '../parts/When';
import type { ListKind } from './choices';
import { choicesOf, chosenOf, ownName, type Preview, type PreviewRow } from './preview';

interface PreviewTableProps {
  kind: ListKind;
  preview: Preview;
  /** Null where the columns stand as a mapping says. */
  onChoose: ((column: number, choice: string) => void) | null;
}

/** The first rows as they stand in the file, what each column is taken for, what each row becomes. */
export function PreviewTable({ kind, preview, onChoose }: PreviewTableProps) {
  return (
    <Box className="table-scroll preview" tabIndex={0} role="region" aria-label="First rows">
      <Table stickyHeader withColumnBorders fz="sm" aria-label="First rows of the file">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="right">Line</Table.Th>
            <Table.Th>Loaded as</Table.Th>
            {preview.columns.map((column, n) => (
              <Table.Th key={n} className="preview-column">
                <Text size="xs" fw={600} truncate title={ownName(column)} mb={4}>
                  {column.from ? `From ${column.from}, ${column.length} long` : ownName(column)}
                </Text>
                {onChoose ? (
                  <Select
                    size="xs"
                    aria-label={`Field of ${ownName(column)}`}
                    data={choicesOf(column, kind)}
                    value={chosenOf(column, kind)}
                    onChange={(choice) => choice && onChoose(n, choice)}
                    allowDeselect={false}
                    searchable
                    comboboxProps={{ width: 220, position: 'bottom-start' }}
                  />
                ) : (
                  <Badge variant="light" color={column.field ? 'pine' : 'gray'} tt="none">
                    {column.field ?? 'Left out'}
                  </Badge>
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.rows.map((row) => (
            <Table.Tr key={row.row} data-rejected={row.reject ? true : undefined}>
              <Table.Td className="right num">{row.line}</Table.Td>
              <Table.Td>
                <Becomes row={row} />
              </Table.Td>
              {preview.columns.map((column, n) => (
                <Table.Td key={n} c={column.field === null ? 'dimmed' : undefined}>
                  <Text size="sm" truncate maw={220} title={row.fields[n]}>
                    {row.fields[n] ?? ''}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function Becomes({ row }: { row: PreviewRow }) {
  if (row.reject) {
    const where = row.reject.column ? `${row.reject.column} ` : '';
    return (
      <Tooltip label={`${where}${row.reject.reason}`}>
        <Badge color="red" variant="light" tt="none" tabIndex={0}>
          {words(row.reject.code)}
        </Badge>
      </Tooltip>
    );
  }
  const devices = row.contact?.devices ?? row.values.map((value) => ({ value, zones: [] }));
  if (devices.length === 0) return <Text c="dimmed">–</Text>;
  const warned = row.warnings.map((w) => `${w.column ?? 'Row'} ${w.reason}`).join('; ');
  return (
    <Group gap={6} wrap="nowrap">
      <div>
        {devices.map((device) => (
          <Text key={device.value} size="sm" className="num mono">
            {device.value}
            {device.zones.length > 0 && (
              <Text span size="xs" c="dimmed" ml={6} ff="text">
                {zonesOf(device.zones)}
              </Text>
            )}
          </Text>
        ))}
        {row.terms && <Terms terms={row.terms} />}
      </div>
      {warned && (
        <Tooltip label={warned}>
          <Badge color="orange" variant="light" size="sm" tt="none" tabIndex={0}>
            {row.warnings.length} dropped
          </Badge>
        </Tooltip>
      )}
    </Group>
  );
}

function Terms({ terms }: { terms: NonNullable<PreviewRow['terms']> }) {
  return (
    <Text size="xs" c="dimmed">
      {terms.from && (
        <>
          from <When at={terms.from} />{' '}
        </>
      )}
      {terms.till && (
        <>
          till <When at={terms.till} />{' '}
        </>
      )}
      {terms.reason}
    </Text>
  );
}

function zonesOf(zones: string[]): string {
  const first = zones[0]?.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
  return zones.length > 1 ? `${first} +${zones.length - 1}` : first;
}
