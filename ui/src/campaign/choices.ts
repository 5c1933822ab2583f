import { callResult, words } from '../parts/format';

const choices = (codes: string[], name = words) =>
  codes.map((value) => ({ value, label: name(value) }));

export const CHANNELS = [
  { value: 'VOICE', label: 'Voice' },
  { value: 'SMS', label: 'SMS' },
];

export const MODES = [{ value: 'PROGRESSIVE', label: 'Progressive' }];

export const ZONE_SOURCES = choices([
  'DEVICE',
  'CONTACT',
  'CONTACT_THEN_DEVICE',
  'CONTACT_AND_DEVICE',
]);

export const TREATMENT_ACTIONS = [
  { value: 'RETRY_IN', label: 'Retry in' },
  { value: 'NEXT_IN_CHAIN', label: 'Next in chain' },
  { value: 'UPDATE', label: 'Update (final)' },
];

export const AFTER_RETRIES = TREATMENT_ACTIONS.filter((a) => a.value !== 'RETRY_IN');

const VOICE_RESULTS = [
  'BUSY',
  'NO_ANSWER',
  'ANSWERING_MACHINE',
  'FAX_DETECTED',
  'SIT_INVALID_NUM',
  'ALL_TRUNKS_BUSY',
  'UNKNOWN',
  'STALE',
  'ABANDONED',
  'DROPPED',
  'ANSWER',
  'SILENCE',
  'SIT_VACANT',
  'SIT_DETECTED',
  'GENERAL_ERROR',
  'SYSTEM_ERROR',
  'WRONG_PARTY',
  'WRONG_NUMBER',
];
const MESSAGE_RESULTS = [
  'UNDELIVERED',
  'EXPIRED',
  'REJECTED',
  'UNKNOWN',
  'STALE',
  'DELIVERED',
  'SENT',
  'REPLIED',
];

/** What a treatment can answer to. */
export function resultChoices(channel: string) {
  return choices(channel === 'VOICE' ? VOICE_RESULTS : MESSAGE_RESULTS, callResult);
}

/** Results an attempt rule counts unless somebody chooses otherwise. */
export const COUNTED_BY_DEFAULT = [
  'BUSY',
  'NO_ANSWER',
  'ANSWERING_MACHINE',
  'FAX_DETECTED',
  'OVERFLOWED',
  'ABANDONED',
  'DROPPED',
  'DROPPED_NO_ANSWER',
  'SILENCE',
  'ANSWER',
  'WRONG_PARTY',
  'WRONG_NUMBER',
];

export const COUNTABLE = choices(
  [...new Set([...VOICE_RESULTS, ...COUNTED_BY_DEFAULT])],
  callResult,
);
