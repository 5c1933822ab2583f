import { delimiterName, delimiterOf } from './delimiters';
import type { MappedColumn, NewMapping } from './preview';

/** A column as the form holds it: texts and numbers that may be missing. */
export interface ColumnValues {
  field: string;
  /** How a delimited column is found. */
  by: 'NAME' | 'POSITION';
  name: string;
  position: number | '';
  from: number | '';
  length: number | '';
}

export interface MappingValues extends Record<string, unknown> {
  name: string;
  kind: NewMapping['kind'];
  layout: NewMapping['layout'];
  delimiter: string;
  quote: string;
  header: boolean;
  skipLines: number | '';
  charset: string;
  country: string;
  otherColumns: 'KEEP' | 'DROP';
  columns: ColumnValues[];
}

export const NEW_COLUMN: ColumnValues = {
  field: '',
  by: 'NAME',
  name: '',
  position: '',
  from: '',
  length: '',
};

export const NEW_MAPPING: MappingValues = {
  name: '',
  kind: 'CONTACTS',
  layout: 'DELIMITED',
  delimiter: '',
  quote: '',
  header: true,
  skipLines: 0,
  charset: '',
  country: '',
  otherColumns: 'KEEP',
  columns: [{ ...NEW_COLUMN, field: 'device1' }],
};

/** Fields that have a meaning; any other name keeps the column under it. */
export const FIELDS = [
  ...Array.from({ length: 10 }, (_, n) => `device${n + 1}`),
  'email',
  'clientId',
  'firstName',
  'lastName',
  'company',
  'timeZone',
  'postalCode',
  'state',
  'country',
];

/** Those that only suppression files have. */
export const ENTRY_FIELDS = ['from', 'till', 'reason'];

/** A saved mapping as the form holds it. */
export function valuesOf(mapping: NewMapping): MappingValues {
  const fixed = mapping.layout === 'FIXED';
  return {
    name: mapping.name,
    kind: mapping.kind,
    layout: mapping.layout,
    delimiter: mapping.delimiter ? delimiterName(mapping.delimiter) : '',
    quote: mapping.quote ?? '',
    header: mapping.header ?? !fixed,
    skipLines: mapping.skipLines ?? 0,
    charset: mapping.charset ?? '',
    country: mapping.country ?? '',
    otherColumns: mapping.otherColumns ?? (fixed ? 'DROP' : 'KEEP'),
    columns: mapping.columns.map((column) => ({
      field: column.field,
      by: column.position ? 'POSITION' : 'NAME',
      name: column.name ?? '',
      position: column.position ?? '',
      from: column.from ?? '',
      length: column.length ?? '',
    })),
  };
}

const number = (value: number | '') => (value === '' ? null : value);
const text = (value: string) => value.trim() || null;

function columnOf(column: ColumnValues, { layout, header }: MappingValues): MappedColumn {
  const field = column.field.trim();
  if (layout === 'FIXED') {
    return { field, from: number(column.from), length: number(column.length) };
  }
  return header && column.by === 'NAME'
    ? { field, name: column.name.trim() }
    : { field, position: number(column.position) };
}

/** The form as the body of POST and PATCH /mappings; null is left to Beckon. */
export function requestOf(values: MappingValues): NewMapping {
  const delimited = values.layout === 'DELIMITED';
  return {
    name: values.name.trim(),
    kind: values.kind,
    layout: values.layout,
    delimiter: delimited ? (delimiterOf(values.delimiter) ?? text(values.delimiter)) : null,
    quote: delimited ? values.quote || null : null,
    header: values.header,
    skipLines: number(values.skipLines),
    charset: text(values.charset),
    country: text(values.country),
    columns: values.columns.map((column) => columnOf(column, values)),
    otherColumns: delimited ? values.otherColumns : null,
  };
}

/** What is missing in a column; null when nothing is. */
export function lackOf(column: ColumnValues, values: MappingValues): string | null {
  if (!column.field.trim()) return 'Every column needs a field.';
  const sent = columnOf(column, values);
  if (values.layout === 'FIXED') {
    return sent.from && sent.length ? null : `Say where ${sent.field} begins and how long it is.`;
  }
  return sent.name || sent.position ? null : `Say where ${sent.field} is found.`;
}

export const CHECKS = {
  name: (name: string) => (name.trim() ? null : 'A mapping needs a name.'),
  columns: (columns: ColumnValues[], values: MappingValues) => {
    const lack = columns.map((c) => lackOf(c, values)).find((found) => found !== null);
    return lack ?? null;
  },
};

/** The column that comes next; in fixed positions it begins behind the last. */
export function nextColumn({ columns, layout }: MappingValues): ColumnValues {
  const last = columns.at(-1);
  const behind =
    layout === 'FIXED' && last && last.from !== '' && last.length !== ''
      ? last.from + last.length
      : '';
  return { ...NEW_COLUMN, by: last?.by ?? 'NAME', from: behind };
}
