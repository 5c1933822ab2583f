import { describe, expect, it } from 'vitest';
import { newest, remember } from './pushed';

const GROUPS = '/campaign-groups';

describe('an answer', () => {
  it('does not put back what was pushed while it was under way', () => {
    const asked = performance.now();
    remember(GROUPS, { id: '1' });
    const pushed = { id: '2', attempts: 8 };
    remember(GROUPS, pushed);
    expect(newest(GROUPS, asked, { id: '2', attempts: 7 })).toBe(pushed);
  });

  it('holds when nothing of that item was pushed since it was asked for', () => {
    remember(GROUPS, { id: '3' });
    const answer = { id: '3', attempts: 9 };
    expect(newest(GROUPS, performance.now() + 1, answer)).toBe(answer);
    expect(newest('/imports', 0, answer)).toBe(answer);
    expect(newest(GROUPS, 0, { sum: 1 })).toEqual({ sum: 1 });
  });
});
