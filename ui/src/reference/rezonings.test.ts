import { describe, expect, it } from 'vitest';
import { progressOf, sentence } from './rezonings';
import type { RezoningView } from './types';

const view = (state: RezoningView['state'], contacts: number, total: number): RezoningView => ({
  id: '1',
  listId: '1',
  state,
  contacts,
  contactsTotal: total,
  changed: 0,
  records: 0,
});

describe('re-zonings', () => {
  it('count those that wait or run, not those that are over', () => {
    const views = [view('QUEUED', 0, 50), view('RUNNING', 20, 100), view('COMPLETED', 7, 7)];
    expect(progressOf(views)).toEqual({ lists: 2, contacts: 20, contactsTotal: 150 });
    expect(sentence(views)).toBe('2 lists are to be done: 20 of 150 contacts looked at.');
    expect(sentence(views.slice(1))).toContain('One list is to be done: 20 of 100');
  });

  it('say when all is done, or when nothing was asked for', () => {
    expect(sentence([view('COMPLETED', 7, 7), view('CANCELLED', 1, 9)])).toBe(
      'All that was asked for is done.',
    );
    expect(sentence([])).toContain('follow when they are re-zoned');
  });
});
