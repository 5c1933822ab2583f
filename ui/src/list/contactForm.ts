import type { ListContact } from '../api/types';

/** A contact as the dialog edits it: one device a line, one further field a line. */
export interface ContactForm extends Record<string, unknown> {
  devices: string;
  firstName: string;
  lastName: string;
  clientId: string;
  company: string;
  timeZone: string;
  postalCode: string;
  state: string;
  country: string;
  other: string;
}

const TEXTS = [
  'firstName',
  'lastName',
  'clientId',
  'company',
  'timeZone',
  'postalCode',
  'state',
  'country',
] as const;

export function formOf(contact: ListContact | null): ContactForm {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, contact?.[name] ?? '']));
  return {
    ...(texts as Record<(typeof TEXTS)[number], string>),
    devices: (contact?.devices ?? []).map((device) => device.value).join('\n'),
    other: Object.entries(contact?.other ?? {})
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  };
}

/** What is sent; a field that was there before and is not any more is sent as null. */
export function bodyOf(form: ContactForm, before: ListContact | null): Record<string, unknown> {
  const gone = Object.keys(before?.other ?? {}).map((name) => [name, null] as const);
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, form[name].trim() || null])),
    devices: lines(form.devices),
    other: Object.fromEntries([...gone, ...lines(form.other).map(fieldOf)]),
  };
}

export function hasNoName(line: string): boolean {
  return line.indexOf(':') < 1;
}

function fieldOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
