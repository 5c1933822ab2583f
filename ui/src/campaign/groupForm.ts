import type { CarrierSettings, GroupConfig, Treatment } from './types';

/** What the form holds: everything has a value, so that every field is controlled. */
export interface TreatmentValues {
  callResults: string[];
  action: string;
  interval: string;
  increment: string;
  count: number;
  next: string;
}

export interface GroupFormValues extends Record<string, unknown> {
  name: string;
  channel: 'VOICE' | 'SMS';
  mode: string;
  callerId: string;
  maxAttemptsPerRecord: number;
  lists: { id: string; weight: number; selectionRuleId?: string | null }[];
  suppressionListIds: string[];
  ruleIds: string[];
  hasWindow: boolean;
  from: string;
  till: string;
  timeZoneSource: string;
  treatments: TreatmentValues[];
  simulatedAgents: number;
  multiplier: number;
  maxCallsPerMinute: number | '';
  carrier: CarrierSettings;
}

export const NEW_TREATMENT: TreatmentValues = {
  callResults: ['BUSY', 'NO_ANSWER'],
  action: 'RETRY_IN',
  interval: 'PT30M',
  increment: 'PT0S',
  count: 2,
  next: 'NEXT_IN_CHAIN',
};

export const NEW_GROUP: GroupFormValues = {
  name: '',
  channel: 'VOICE',
  mode: 'PROGRESSIVE',
  callerId: '',
  maxAttemptsPerRecord: 10,
  lists: [{ id: '', weight: 10 }],
  suppressionListIds: [],
  ruleIds: [],
  hasWindow: false,
  from: '09:00',
  till: '20:00',
  timeZoneSource: 'DEVICE',
  treatments: [NEW_TREATMENT],
  simulatedAgents: 50,
  multiplier: 1,
  maxCallsPerMinute: '',
  carrier: {
    answer: 0.5,
    busy: 0.1,
    noAnswer: 0.3,
    machine: 0.1,
    ring: 'PT1S',
    noAnswerAfter: 'PT3S',
    handle: 'PT5S',
    seed: 1,
  },
};

/** Only what belongs to the action: the API refuses the rest. */
function treatmentOf(values: TreatmentValues): Treatment {
  const { callResults, action } = values;
  if (action !== 'RETRY_IN') return { callResults, action };
  const { interval, increment, count, next } = values;
  return { callResults, action, interval, increment, count, next };
}

/** The form as the body of POST /campaign-groups. */
export function requestOf(values: GroupFormValues): GroupConfig {
  const voice = values.channel === 'VOICE';
  return {
    name: values.name.trim(),
    channel: values.channel,
    mode: voice ? values.mode : null,
    carrierId: 'simulated',
    callerId: values.callerId.trim() || null,
    maxAttemptsPerRecord: values.maxAttemptsPerRecord,
    carrierSettings: values.carrier,
    pacing: {
      simulatedAgents: voice ? values.simulatedAgents : 0,
      target: null,
      value: null,
      multiplier: values.multiplier,
      maxCallsPerMinute: values.maxCallsPerMinute === '' ? null : values.maxCallsPerMinute,
    },
    lists: values.lists
      .filter((list) => list.id)
      .map(({ id, weight, selectionRuleId }) =>
        selectionRuleId ? { id, weight, selectionRuleId } : { id, weight },
      ),
    suppressionListIds: values.suppressionListIds,
    ruleIds: values.ruleIds,
    callingWindow: values.hasWindow
      ? { from: values.from, till: values.till, timeZoneSource: values.timeZoneSource }
      : null,
    treatments: values.treatments.map(treatmentOf),
  };
}

export const CHECKS = {
  name: (name: string) => (name.trim() ? null : 'A group needs a name.'),
  lists: (lists: GroupFormValues['lists']) => {
    const ids = lists.map((list) => list.id).filter(Boolean);
    if (ids.length === 0) return 'Choose at least one contact list.';
    return new Set(ids).size === ids.length ? null : 'Each list can be chosen once.';
  },
  treatments: (treatments: TreatmentValues[]) =>
    treatments.every((t) => t.callResults.length > 0)
      ? null
      : 'Each treatment needs at least one call result.',
};
