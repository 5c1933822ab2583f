import type { GroupState } from './types';

export type GroupAction = 'load' | 'start' | 'pause' | 'stop' | 'unload';

/** What each state allows and would change something: the contract's table without its 200s and 409s. */
const ALLOWED: Record<GroupState, GroupAction[]> = {
  NOT_LOADED: ['load', 'start'],
  LOADING: ['start', 'stop', 'unload'],
  LOADED: ['start', 'unload'],
  RUNNING: ['pause', 'stop'],
  PAUSED: ['start', 'stop'],
  STOPPING: [],
  UNLOADING: [],
  COMPLETED: ['load', 'start', 'unload'],
};

/** States in which unloading must be forced: attempts in flight are not waited for. */
const FORCED: GroupState[] = ['RUNNING', 'PAUSED', 'STOPPING'];

export function allows(state: GroupState, action: GroupAction, halted: boolean): boolean {
  if (halted && action === 'start') return false;
  return ALLOWED[state].includes(action);
}

export function mayForceUnload(state: GroupState): boolean {
  return FORCED.includes(state);
}

export function isActive(state: GroupState): boolean {
  return state === 'RUNNING' || state === 'PAUSED' || state === 'STOPPING' || state === 'LOADING';
}
