export type Outcome = 'SUCCEEDED' | 'REFUSED' | 'FAILED' | 'DIED';

export interface Job {
  id: string;
  name: string;
  action: string;
  groupId: string;
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'DISABLED';
  at: string | null;
  cron: string | null;
  timeZone: string | null;
  enabled: boolean;
  nextRun: string | null;
  lastRun: string | null;
  lastOutcome: Outcome | null;
}

export interface JobRun {
  id: string;
  dueAt: string;
  startedAt: string;
  finishedAt: string | null;
  outcome: Outcome | null;
  detail: string | null;
  node: string;
}

export const JOB_ACTIONS = [
  { value: 'START_GROUP', label: 'Start the group' },
  { value: 'STOP_GROUP', label: 'Stop the group' },
  { value: 'PAUSE_GROUP', label: 'Pause the group' },
  { value: 'LOAD_GROUP', label: 'Load the group' },
  { value: 'UNLOAD_GROUP', label: 'Unload the group' },
];
