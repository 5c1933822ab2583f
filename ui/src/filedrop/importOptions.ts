import { KEYS } from '../list/choices';
import type { ImportOptions } from './types';

/** How the files of a source are loaded, as the form holds it; empty is as usual. */
export const USUAL_OPTIONS = {
  mode: 'APPEND',
  keyKind: 'CLIENT_ID',
  key: '',
  dedupe: 'DEVICE',
  selectionRuleId: null as string | null,
  uploadRuleId: null as string | null,
  allowPremiumRate: false,
  mappingId: null as string | null,
  charset: null as string | null,
  delimiter: '',
  country: null as string | null,
  /** One that was given over the API and is not kept by itself; it stays unless another is chosen. */
  mapping: null as unknown,
};

export type OptionValues = typeof USUAL_OPTIONS;

export const DEDUPES = [
  { value: 'DEVICE', label: 'Device' },
  { value: 'CLIENT_ID', label: 'Client ID' },
  { value: 'BOTH', label: 'Device and Client ID' },
  { value: 'NONE', label: 'Not at all' },
];

export const CHARSETS = ['UTF-8', 'ISO-8859-1', 'windows-1252', 'UTF-16'];
export const DELIMITERS = ['COMMA', 'SEMICOLON', 'TAB', 'PIPE', 'COLON'];
const SIGNS: Record<string, string> = {
  ',': 'COMMA',
  ';': 'SEMICOLON',
  '\t': 'TAB',
  '|': 'PIPE',
  ':': 'COLON',
};

/** What is sent: null when all is as usual, else every option, so that none of before stays. */
export function optionsOf(values: OptionValues, contacts: boolean): ImportOptions | null {
  const update = contacts && values.mode === 'UPDATE';
  const { mode } = values;
  const key = values.keyKind === 'COLUMN' ? values.key.trim() : values.keyKind;
  const options: ImportOptions = {
    mode: mode === 'APPEND' ? null : mode,
    key: update ? key : null,
    dedupe: values.dedupe === 'DEVICE' ? null : values.dedupe,
    selectionRuleId: values.selectionRuleId,
    uploadRuleId: contacts && mode === 'APPEND' ? values.uploadRuleId : null,
    allowPremiumRate: contacts && values.allowPremiumRate ? true : null,
    mappingId: values.mappingId,
    charset: values.charset,
    delimiter: values.delimiter === '' ? null : values.delimiter,
    country: values.country,
    mapping: values.mappingId ? null : (values.mapping ?? null),
  };
  return Object.values(options).every((value) => value === null) ? null : options;
}

/** The form filled with options that are kept. */
export function optionValuesOf(options: ImportOptions | null): OptionValues {
  if (!options) return USUAL_OPTIONS;
  const named = KEYS.some((k) => k.value === options.key);
  return {
    mode: options.mode ?? 'APPEND',
    keyKind: !options.key || named ? (options.key ?? 'CLIENT_ID') : 'COLUMN',
    key: options.key && !named ? options.key : '',
    dedupe: options.dedupe ?? 'DEVICE',
    selectionRuleId: options.selectionRuleId,
    uploadRuleId: options.uploadRuleId,
    allowPremiumRate: options.allowPremiumRate ?? false,
    mappingId: options.mappingId,
    charset: options.charset,
    delimiter: options.delimiter ? (SIGNS[options.delimiter] ?? options.delimiter) : '',
    country: options.country,
    mapping: options.mapping ?? null,
  };
}
