import type { Channel } from '../api/types';

export type GroupState =
  | 'NOT_LOADED'
  | 'LOADING'
  | 'LOADED'
  | 'RUNNING'
  | 'PAUSED'
  | 'STOPPING'
  | 'UNLOADING'
  | 'COMPLETED';

export interface Treatment {
  callResults: string[];
  action: string;
  interval?: string | null;
  increment?: string | null;
  count?: number | null;
  next?: string | null;
}

export interface Pacing {
  simulatedAgents: number;
  target: 'ABANDON_RATE' | 'BUSY_FACTOR' | 'AVERAGE_WAIT' | null;
  value: number | null;
  multiplier: number;
  maxCallsPerMinute: number | null;
}

export interface CarrierSettings {
  answer: number;
  busy: number;
  noAnswer: number;
  machine: number;
  ring: string;
  noAnswerAfter: string;
  handle: string;
  seed: number;
}

export interface GroupConfig {
  name: string;
  channel: Channel;
  mode: string | null;
  carrierId: string;
  callerId: string | null;
  maxAttemptsPerRecord: number;
  carrierSettings: CarrierSettings | null;
  pacing: Pacing | null;
  lists: { id: string; weight: number; selectionRuleId?: string }[];
  suppressionListIds: string[];
  ruleIds: string[];
  callingWindow: { from: string; till: string; timeZoneSource: string } | null;
  treatments: Treatment[];
}

/** As /campaign-groups takes it, without the group's name and lists. */
export type TemplateSettings = Partial<Omit<GroupConfig, 'name' | 'lists'>>;

export interface CampaignTemplate {
  id: string;
  name: string;
  settings: TemplateSettings;
  createdAt: string;
  revision: number;
}

export interface Records {
  total: number;
  ready: number;
  scheduled: number;
  inProgress: number;
  final: number;
  suppressed: number;
}

export interface Group extends Partial<Omit<GroupConfig, 'name'>> {
  id: string;
  name: string;
  state: GroupState;
  runId: string | null;
  halted: boolean;
  createdAt: string;
  records: Records;
  attempts: { total: number; byResult: Record<string, number> };
  agents: { ready: number; talking: number; wrapUp: number };
  occupancyPct: number | null;
  abandonRatePct: number | null;
}

export interface Why {
  dialing: boolean;
  reasons: { code: string; sentence: string; records: number | null; nextAt: string | null }[];
}

export type RecordState =
  'READY' | 'SCHEDULED' | 'WAITING' | 'IN_PROGRESS' | 'FINAL' | 'SUPPRESSED';

export interface GroupRecord {
  id: string;
  listId: string;
  contactId: string;
  /** From 0, the order of trying. */
  chainN: number;
  device: string;
  clientId: string | null;
  state: RecordState;
  readyAt: string | null;
  attempts: number;
  callResult: string | null;
}
