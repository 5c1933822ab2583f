import { describe, expect, it } from 'vitest';
import { cronOf, DAYS, pickedOf, timeOf, type Picked } from './schedule';

const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI'];

describe('a schedule that is picked', () => {
  it.each<[Picked, string]>([
    [{ at: 'TIMES', days: DAYS, times: ['06:00'] }, '0 6 * * *'],
    [{ at: 'TIMES', days: WEEK, times: ['06:30', '18:30'] }, '30 6,18 * * MON-FRI'],
    [{ at: 'TIMES', days: ['WED', 'MON'], times: ['23:59'] }, '59 23 * * MON,WED'],
    [
      { at: 'TIMES', days: ['SUN'], times: ['09:00', '09:30', '10:00', '10:30'] },
      '0,30 9,10 * * SUN',
    ],
    [{ at: 'MINUTES', days: DAYS, step: 15 }, '*/15 * * * *'],
    [{ at: 'MINUTES', days: WEEK, step: 1 }, '* * * * MON-FRI'],
    [{ at: 'HOURS', days: ['SAT', 'SUN'], step: 6 }, '0 */6 * * SAT,SUN'],
    [{ at: 'HOURS', days: DAYS, step: 1 }, '0 * * * *'],
  ])('%j is %s, and back', (picked, cron) => {
    expect(cronOf(picked)).toBe(cron);
    const days = DAYS.filter((day) => picked.days.includes(day));
    expect(pickedOf(cron)).toEqual({ ...picked, days });
  });

  it('is none without a day, without a time, or when each hour has other minutes', () => {
    expect(cronOf({ at: 'TIMES', days: [], times: ['06:00'] })).toBeNull();
    expect(cronOf({ at: 'TIMES', days: DAYS, times: [] })).toBeNull();
    expect(cronOf({ at: 'TIMES', days: DAYS, times: ['06:00', '18:30'] })).toBeNull();
  });
});

describe('a cron that was typed', () => {
  it('is shown as picked however it is written', () => {
    const weekend = { at: 'TIMES', days: ['SAT', 'SUN'], times: ['07:05'] };
    for (const days of ['SAT,SUN', '6,0', 'sat,7', '6-7', '6,7']) {
      expect(pickedOf(`5 7 * * ${days}`)).toEqual(weekend);
    }
    expect(pickedOf('0 0 6 ? * MON-FRI')).toEqual({ at: 'TIMES', days: WEEK, times: ['06:00'] });
    expect(pickedOf('0 9-11 * * *')).toMatchObject({ times: ['09:00', '10:00', '11:00'] });
  });

  it.each([
    '0 3 1 1 *',
    '0 3 1 * *',
    '0 6 * JAN *',
    '*/7 * * * *',
    '*/5 9-17 * * *',
    '30 */2 * * *',
    '30 0 6 * * *',
    '0 6 * * MON#1',
    '0 6 * * FRI-MON',
    '0 25 * * *',
    '*/10 * * *',
    '0-59 6 * * *',
    '',
  ])('%s can only be typed', (cron) => expect(pickedOf(cron)).toBeNull());
});

describe('a time of the day', () => {
  it('is read as people write it', () => {
    expect(timeOf(' 6:30')).toBe('06:30');
    expect(timeOf('18.05')).toBe('18:05');
    for (const wrong of ['24:00', '6', '6:60', 'noon', '']) expect(timeOf(wrong)).toBeNull();
  });
});
