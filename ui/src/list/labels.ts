/** What the fields of a contact list are called. */
export interface LabelSchema {
  id: string;
  name: string;
  /** By field as mappings call it, or by the name another column is kept under. */
  labels: Record<string, string>;
}

export type Labels = Record<string, string>;

export const FIELDS = [
  'clientId',
  'firstName',
  'lastName',
  'company',
  'timeZone',
  'postalCode',
  'state',
  'country',
];

const plain = (name: string) => name.replace(/[\s_\-.\uFEFF]+/g, '').toLowerCase();

/** The heading of a field: its label, or what it is usually called. */
export function labelOf(labels: Labels, field: string, usual: string): string {
  const key = Object.keys(labels).find((name) => plain(name) === plain(field));
  return (key && labels[key]) ?? usual;
}

/** The labelled fields that are no fields of every contact, in the order of their labels. */
export function labelledOthers(labels: Labels): { field: string; label: string }[] {
  const known = new Set(FIELDS.map(plain));
  return Object.entries(labels)
    .filter(([field]) => !known.has(plain(field)))
    .map(([field, label]) => ({ field, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** What a contact has of a field, however its name is written. */
export function otherOf(other: Record<string, string> | null | undefined, field: string) {
  return Object.entries(other ?? {}).find(([name]) => plain(name) === plain(field))?.[1];
}

/** Lines of an editor as labels: those with a field and a label. */
export function labelsOf(lines: { field: string; label: string }[]): Labels {
  const whole = lines.filter(({ field, label }) => field.trim() && label.trim());
  return Object.fromEntries(whole.map(({ field, label }) => [field.trim(), label.trim()]));
}

/** A merge patch that makes the labels these: what is gone is null. */
export function patchOf(before: Labels, after: Labels): Record<string, string | null> {
  const gone = Object.keys(before).filter((field) => !(field in after));
  return { ...Object.fromEntries(gone.map((field) => [field, null])), ...after };
}
