export interface Job {
  id: string;
  name: string;
  action: string;
  groupId: string;
  state?: string;
  at?: string | null;
  cron?: string | null;
  timeZone?: string | null;
  enabled?: boolean;
  nextRun?: string | null;
  lastRun?: string | null;
  lastOutcome?: string | null;
}

export interface JobRun {
  id: string;
  startedAt: string;
  finishedAt: string | null;
  outcome: string | null;
  detail?: string | null;
  node?: string | null;
}

export const JOB_ACTIONS = [
  { value: 'START_GROUP', label: 'Start' },
  { value: 'STOP_GROUP', label: 'Stop' },
];
