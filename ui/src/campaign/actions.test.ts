import { describe, expect, it } from 'vitest';
import { allows, mayForceUnload, type GroupAction } from './actions';
import type { GroupState } from './types';

const ACTIONS: GroupAction[] = ['load', 'start', 'pause', 'stop', 'unload'];

/** The contract's table: what begins something. */
const TABLE: [GroupState, string][] = [
  ['NOT_LOADED', 'load start'],
  ['LOADING', 'start stop unload'],
  ['LOADED', 'start unload'],
  ['RUNNING', 'pause stop'],
  ['PAUSED', 'start stop'],
  ['STOPPING', ''],
  ['UNLOADING', ''],
  ['COMPLETED', 'load start unload'],
];

describe('actions of a campaign group', () => {
  it.each(TABLE)('in %s are: %s', (state, allowed) => {
    expect(ACTIONS.filter((a) => allows(state, a, false)).join(' ')).toBe(allowed);
  });

  it('do not include start while dialing is halted', () => {
    expect(allows('LOADED', 'start', true)).toBe(false);
    expect(allows('LOADED', 'unload', true)).toBe(true);
  });

  it('force unloading only where attempts may be in progress', () => {
    const forced = TABLE.map(([state]) => state).filter(mayForceUnload);
    expect(forced).toEqual(['RUNNING', 'PAUSED', 'STOPPING']);
  });
});
