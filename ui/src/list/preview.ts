import type { ListKind } from './choices';

/** What the API says of a file before it is loaded, and how people say what its columns are. */
export interface FoundColumn {
  position: number | null;
  name: string | null;
  from: number | null;
  length: number | null;
  /** As mappings call it; null when the column is dropped. */
  field: string | null;
}

export interface PreviewIssue {
  column: string | null;
  code: string;
  reason: string;
}

export interface PreviewRow {
  row: number;
  line: number;
  fields: string[];
  contact: {
    devices: { value: string; state: string | null; zones: string[] }[];
  } | null;
  values: string[];
  /** From when, until when and why, where a row of a suppression file tells. */
  terms?: { from: string | null; till: string | null; reason: string | null } | null;
  reject: PreviewIssue | null;
  warnings: PreviewIssue[];
}

export interface Preview {
  previewId: string;
  fileName: string;
  bytes: number;
  whole: boolean;
  format: 'CSV' | 'XLSX' | 'XLS' | null;
  wrapper: 'GZIP' | 'ZIP' | 'PGP' | null;
  charset: string | null;
  delimiter: string | null;
  header: boolean;
  columns: FoundColumn[];
  rows: PreviewRow[];
  error: { code: string; detail: string; remedy: string } | null;
}

export interface MappedColumn {
  field: string;
  name?: string | null;
  position?: number | null;
  from?: number | null;
  length?: number | null;
}

export interface NewMapping {
  name: string;
  kind: 'CONTACTS' | 'SUPPRESSION';
  layout: 'DELIMITED' | 'FIXED';
  delimiter?: string | null;
  quote?: string | null;
  skipLines?: number | null;
  charset?: string | null;
  country?: string | null;
  header?: boolean | null;
  columns: MappedColumn[];
  otherColumns?: 'KEEP' | 'DROP' | null;
}

export interface Mapping extends NewMapping {
  id: string;
}

/** How a file is to be read, as far as somebody has said so; null is left to Beckon. */
export interface Reading {
  mappingId: string | null;
  /** What was chosen on screen; instead of a mappingId. */
  mapping: NewMapping | null;
  delimiter: string | null;
  charset: string | null;
  country: string | null;
}

export const AS_SEEN: Reading = {
  mappingId: null,
  mapping: null,
  delimiter: null,
  charset: null,
  country: null,
};

export const KEEP = 'keep';
export const LEAVE_OUT = 'leave-out';

const DEVICES = Array.from({ length: 10 }, (_, n) => ({
  value: `device${n + 1}`,
  label: n === 0 ? 'Phone 1, tried first' : `Phone ${n + 1}`,
}));

const PERSON = [
  { value: 'clientId', label: 'Client ID' },
  { value: 'firstName', label: 'First name' },
  { value: 'lastName', label: 'Last name' },
  { value: 'company', label: 'Company' },
  { value: 'timeZone', label: 'Time zone' },
  { value: 'postalCode', label: 'Postal code' },
  { value: 'state', label: 'State' },
  { value: 'country', label: 'Country' },
];

const ENTRY = [
  { value: 'from', label: 'From' },
  { value: 'till', label: 'Till' },
  { value: 'reason', label: 'Reason' },
];

const OF_ENTRIES = new Set(ENTRY.map((e) => e.value));

function isKnown(field: string, kind: ListKind): boolean {
  return KNOWN.has(field) || (kind === 'SUPPRESSION' && OF_ENTRIES.has(field));
}

const KNOWN = new Set([...DEVICES.map((d) => d.value), 'email', ...PERSON.map((p) => p.value)]);

/** What the select above a column offers: fields, its own name, nothing. */
export function choicesOf(column: FoundColumn, kind: ListKind = 'CONTACTS') {
  const own = column.field !== null && isKnown(column.field, kind) ? [] : [column.field];
  const email = /^email\d+$/.test(own[0] ?? '') ? own : [];
  return [
    {
      group: 'This column',
      items: [
        { value: KEEP, label: `Keep as ${ownName(column)}` },
        { value: LEAVE_OUT, label: 'Leave out' },
      ],
    },
    {
      group: 'Devices',
      items: [
        ...DEVICES,
        { value: 'email', label: 'E-mail' },
        ...email.map((value) => ({ value: value ?? '', label: 'Further e-mail' })),
      ],
    },
    ...(kind === 'SUPPRESSION' ? [{ group: 'Entry', items: ENTRY }] : []),
    { group: 'Person', items: PERSON },
  ];
}

export function ownName(column: FoundColumn): string {
  return column.name?.trim() || `column ${column.position ?? column.from}`;
}

/** What stands in the select above a column. */
export function chosenOf(column: FoundColumn, kind: ListKind = 'CONTACTS'): string {
  if (column.field === null) return LEAVE_OUT;
  return isKnown(column.field, kind) || /^email\d+$/.test(column.field) ? column.field : KEEP;
}

/** The fields of all columns after one select was changed; a field that was elsewhere moves. */
export function changed(columns: FoundColumn[], at: number, choice: string): (string | null)[] {
  return columns.map((column, n) => {
    if (n === at) {
      if (choice === LEAVE_OUT) return null;
      return choice === KEEP ? ownName(column) : choice;
    }
    return column.field === choice ? ownName(column) : column.field;
  });
}

/** Columns as they were chosen; as they were found where that was for other columns. */
export function withFields(
  columns: FoundColumn[],
  chosen: (string | null)[] | null,
): FoundColumn[] {
  return chosen?.length === columns.length
    ? columns.map((column, n) => ({ ...column, field: chosen[n] ?? null }))
    : columns;
}

/**
 * The mapping that the selects say.
 *
 * @param before the mapping that the file was read by; what no select says stays as it was there
 */
export function mappingOf(
  preview: Preview,
  fields: (string | null)[],
  header: boolean,
  kind: NewMapping['kind'],
  before?: NewMapping | null,
): NewMapping {
  const columns = preview.columns.flatMap((column, n): MappedColumn[] => {
    const field = fields[n];
    if (field === null || field === undefined) return [];
    return header && isFindable(preview.columns, column)
      ? [{ field, name: column.name }]
      : [{ field, position: column.position }];
  });
  const name = preview.fileName.slice(0, 100);
  const { delimiter, quote, skipLines, charset, country } = before ?? {};
  const reading = { delimiter, quote, skipLines, charset, country };
  return { ...reading, name, kind, layout: 'DELIMITED', header, columns, otherColumns: 'DROP' };
}

const forgiven = (name: string) => name.replace(/[\s_\-.\uFEFF]+/g, '').toLowerCase();

/** A column whose name is empty or not its own is found by its position only. */
function isFindable(columns: FoundColumn[], column: FoundColumn): boolean {
  const name = forgiven(column.name ?? '');
  return name !== '' && columns.filter((c) => forgiven(c.name ?? '') === name).length === 1;
}

/** Whether the selects say enough for a mapping of their own. */
export function hasTarget(fields: (string | null)[], kind: NewMapping['kind']): boolean {
  const isTarget = (field: string | null) =>
    field !== null &&
    (/^(device|email)/.test(field) || (kind === 'SUPPRESSION' && field === 'clientId'));
  return fields.some(isTarget);
}

/** The `options` of a preview or an import that is read this way. */
export function optionsOf(reading: Reading): Record<string, unknown> {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== null));
}

/** A mapping that is saved keeps what was said beside it. */
export function saved(mapping: NewMapping, reading: Reading, name: string): NewMapping {
  return {
    ...mapping,
    name,
    delimiter: reading.delimiter ?? mapping.delimiter,
    charset: reading.charset ?? mapping.charset,
    country: reading.country ?? mapping.country,
  };
}

/** The fields of a file whose first line holds no names: what looks like a number is one. */
export function headless(preview: Preview): (string | null)[] {
  const first = preview.columns.map((column) => column.name ?? '');
  const phone = first.findIndex((text) => /^\+?[\d\s().-]{7,20}$/.test(text.trim()));
  const email = first.findIndex((text) => /^\S+@\S+\.\S+$/.test(text.trim()));
  const at = Math.max(phone >= 0 ? phone : email, 0);
  return preview.columns.map((column, n) => {
    if (n === at) return phone < 0 && email >= 0 ? 'email' : 'device1';
    return `column ${column.position}`;
  });
}
