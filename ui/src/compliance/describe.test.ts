import { describe as group, expect, it } from 'vitest';
import { daysOf, describe } from './describe';
import type { Rule } from './types';

const rule: Rule = { id: '1', name: 'x', type: 'ATTEMPT', required: true, priority: 1 };

group('a rule in one line', () => {
  it('joins days that follow each other', () => {
    expect(daysOf(['MON', 'TUE', 'WED', 'SAT'])).toBe('Mon–Wed, Sat');
    expect(daysOf(['SAT', 'SUN'])).toBe('Sat, Sun');
    expect(daysOf(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'])).toBe('every day');
  });

  it('says how often', () => {
    const text = describe({ ...rule, scope: 'TENANT', max: 3, within: 'PT12H', countBy: 'DEVICE' });
    expect(text).toBe('At most 3 attempts in 12 h per device, over all campaigns');
  });

  it('says what is counted, and from when', () => {
    const per = { countBy: 'CLIENT_ID', scope: 'TENANT' };
    const week = describe({ ...rule, ...per, max: 1, localDays: 7, counts: 'CONVERSATIONS' });
    expect(week).toBe(
      'At most 1 conversations in 7 consecutive days per client ID, over all campaigns',
    );
    const today = describe({ ...rule, ...per, max: 3, localDays: 1, callResults: ['BUSY'] });
    expect(today).toBe(
      'At most 3 attempts (Busy) since midnight per client ID, over all campaigns',
    );
  });

  it('says to which places', () => {
    const places = [
      { country: 'US', states: ['FL', 'GA'] },
      { country: 'GB', areaCodes: ['20'] },
    ];
    const text = describe({ ...rule, type: 'LOCATION', action: 'DENY', places });
    expect(text).toBe('Never to US FL, GA; GB 20');
  });

  it('says on which dates', () => {
    const where = { country: 'US', states: ['LA'] };
    const dates = { calendars: ['US-LA'], dates: ['12-24'], where };
    const text = describe({ ...rule, type: 'CONTACT_DATES', ...dates });
    expect(text).toBe('Not on holidays US-LA, 12-24 · LA in US');
  });

  it('says when and where', () => {
    const text = describe({
      ...rule,
      type: 'CONTACT_TIMES',
      windows: [{ days: ['MON'], from: '09:00', till: '20:00' }],
      where: { country: 'US', states: ['FL'] },
    });
    expect(text).toBe('Mon 09:00–20:00 · FL in US');
  });
});
