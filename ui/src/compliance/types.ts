import type { Channel } from '../api/types';

export type Day = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN';

export interface Window {
  days: Day[];
  from: string;
  till: string;
}

export interface RulePlace {
  country: string;
  states?: string[] | null;
  areaCodes?: string[] | null;
  exchanges?: string[] | null;
  postalCodes?: string[] | null;
}

export interface Rule {
  id: string;
  name: string;
  type: 'CONTACT_TIMES' | 'CONTACT_DATES' | 'ATTEMPT' | 'LOCATION' | 'REGISTRY';
  required: boolean;
  priority: number;
  version?: number;
  channels?: Channel[] | null;
  windows?: Window[] | null;
  where?: { country?: string | null; states?: string[] | null } | null;
  replacesDefault?: boolean;
  scope?: string | null;
  max?: number | null;
  within?: string | null;
  countBy?: string | null;
  localDays?: number | null;
  counts?: 'ATTEMPTS' | 'CONVERSATIONS' | null;
  callResults?: string[] | null;
  attemptsTo?: { country?: string | null; states?: string[] | null } | null;
  calendars?: string[] | null;
  dates?: string[] | null;
  registryId?: string | null;
  action?: 'ALLOW' | 'DENY' | null;
  places?: RulePlace[] | null;
}

export const DAYS: { value: Day; label: string }[] = [
  { value: 'MON', label: 'Mon' },
  { value: 'TUE', label: 'Tue' },
  { value: 'WED', label: 'Wed' },
  { value: 'THU', label: 'Thu' },
  { value: 'FRI', label: 'Fri' },
  { value: 'SAT', label: 'Sat' },
  { value: 'SUN', label: 'Sun' },
];
