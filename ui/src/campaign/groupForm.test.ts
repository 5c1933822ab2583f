import { describe, expect, it } from 'vitest';
import { CHECKS, NEW_GROUP, NEW_TREATMENT, requestOf } from './groupForm';

const filled = { ...NEW_GROUP, name: ' Spring ', lists: [{ id: '7', weight: 10 }] };

describe('the form of a campaign group', () => {
  it('sends what was entered', () => {
    const request = requestOf(filled);
    expect(request.name).toBe('Spring');
    expect(request.mode).toBe('PROGRESSIVE');
    expect(request.callingWindow).toBeNull();
    expect(request.callerId).toBeNull();
    expect(request.pacing?.maxCallsPerMinute).toBeNull();
  });

  it('sends no mode and no agents for messages', () => {
    const request = requestOf({ ...filled, channel: 'SMS' });
    expect(request.mode).toBeNull();
    expect(request.pacing?.simulatedAgents).toBe(0);
  });

  it('sends with a treatment only what belongs to its action', () => {
    const treatments = [{ ...NEW_TREATMENT, action: 'NEXT_IN_CHAIN' }];
    expect(requestOf({ ...filled, treatments }).treatments).toEqual([
      { callResults: ['BUSY', 'NO_ANSWER'], action: 'NEXT_IN_CHAIN' },
    ]);
  });

  it('wants each list once, and one at least', () => {
    expect(CHECKS.lists([{ id: '', weight: 10 }])).toContain('at least one');
    const twice = [filled.lists, filled.lists].flat();
    expect(CHECKS.lists(twice)).toContain('once');
    expect(CHECKS.lists(filled.lists)).toBeNull();
  });
});
