import type { Query } from '../api/client';

/** How a list is written to a file; what is kept of it for the next time. */
export interface ExportChoices {
  format: 'CSV' | 'XLSX';
  /** In their order; none: all that an import reads again. */
  columns: string[];
  results: boolean;
  delimiter: string;
  charset: string;
  header: boolean;
  formulas: 'DEFUSE' | 'KEEP';
  selectionRuleId: string | null;
  recipientId: string | null;
}

export const USUAL: ExportChoices = {
  format: 'CSV',
  columns: [],
  results: false,
  delimiter: 'COMMA',
  charset: 'UTF-8',
  header: true,
  formulas: 'DEFUSE',
  selectionRuleId: null,
  recipientId: null,
};

export const DELIMITERS = [
  { value: 'COMMA', label: 'Comma' },
  { value: 'SEMICOLON', label: 'Semicolon' },
  { value: 'TAB', label: 'Tab' },
  { value: 'PIPE', label: 'Pipe' },
  { value: 'COLON', label: 'Colon' },
];

export const CHARSETS = ['UTF-8', 'windows-1252', 'ISO-8859-1', 'UTF-16'];

const CONTACT: Record<string, string> = {
  clientId: 'Client ID',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  timeZone: 'Time zone',
  postalCode: 'Postal code',
  state: 'State',
  country: 'Country',
  zones: 'Own zones: as given, else by postal code',
  contactId: 'Contact number',
  other: 'All further columns, as JSON',
};

const ASPECTS: Record<string, string> = {
  '': '',
  Zones: ', zones',
  State: ', state',
  Country: ', country',
  LineType: ', line type',
  CallResult: ', call result',
  Attempts: ', attempts',
  LastAttemptAt: ', last attempt',
};

const DEVICE = /^(device|phone|email)(\d{1,2})(\w*)$/;
const KINDS: Record<string, string> = { device: 'Device', phone: 'Phone', email: 'E-mail' };

/** A column as people call it. */
export function columnLabel(name: string): string {
  if (name.startsWith('other.')) return name.slice('other.'.length);
  const [, kind = '', n, aspect = ''] = DEVICE.exec(name) ?? [];
  if (!n) return CONTACT[name] ?? name;
  return `${KINDS[kind]} ${n}${ASPECTS[aspect] ?? aspect}`;
}

export interface ColumnGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** What may still be added, with what the list keeps of further columns. */
export function columnsToAdd(chosen: string[], others: string[]): ColumnGroup[] {
  const devices = (kind: string, most: number) =>
    Array.from({ length: most }, (_, n) => Object.keys(ASPECTS).map((a) => `${kind}${n + 1}${a}`));
  const groups: [string, string[]][] = [
    ['Contact', Object.keys(CONTACT)],
    // The API takes names with commas between them, so a name with a comma cannot be told from two.
    [
      'Further columns',
      others.filter((name) => !name.includes(',')).map((name) => `other.${name}`),
    ],
    ['Devices, in order of trying', devices('device', 10).flat()],
    ['Phones only', devices('phone', 10).flat()],
    ['E-mail addresses only', devices('email', 10).flat()],
  ];
  return groups.map(([group, names]) => ({
    group,
    items: names
      .filter((name) => !chosen.includes(name))
      .map((value) => ({ value, label: columnLabel(value) })),
  }));
}

/** The column at `index` a place up or down, where there is one. */
export function moved(columns: string[], index: number, by: 1 | -1): string[] {
  const to = index + by;
  if (to < 0 || to >= columns.length) return columns;
  const rest = columns.filter((_, at) => at !== index);
  return [...rest.slice(0, to), ...columns.slice(index, index + 1), ...rest.slice(to)];
}

/** What was kept, as far as it still means something. */
export function restored(kept: unknown): ExportChoices {
  const of = typeof kept === 'object' && kept !== null ? (kept as Partial<ExportChoices>) : {};
  const columns = Array.isArray(of.columns) ? of.columns.filter((c) => typeof c === 'string') : [];
  return { ...USUAL, ...of, columns };
}

/** The parameters of `GET …/export`; what is as usual is left out. */
export function exportQuery(kind: 'CONTACTS' | 'SUPPRESSION', choices: ExportChoices): Query {
  const csv = choices.format === 'CSV';
  const contacts = kind === 'CONTACTS';
  return {
    format: csv ? null : 'XLSX',
    columns: contacts ? choices.columns.join(',') : null,
    results: contacts && choices.results ? true : null,
    delimiter: csv && choices.delimiter !== USUAL.delimiter ? choices.delimiter : null,
    charset: csv && choices.charset !== USUAL.charset ? choices.charset : null,
    header: choices.header ? null : false,
    formulas: choices.formulas === 'KEEP' ? 'KEEP' : null,
    selectionRuleId: contacts ? choices.selectionRuleId : null,
    recipientId: choices.recipientId,
  };
}
