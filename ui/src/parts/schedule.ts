/** Days of the week as a cron names them. */
export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** Steps after which an hour or a day begins anew without a rest. */
export const STEPS = {
  MINUTES: [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30],
  HOURS: [1, 2, 3, 4, 6, 8, 12],
};

/** On days, at times of the day, 06:30. */
export interface Timed {
  at: 'TIMES';
  days: string[];
  times: string[];
}

/** On days, every so many minutes or hours. */
export interface Stepped {
  at: 'MINUTES' | 'HOURS';
  days: string[];
  step: number;
}

/** A schedule as it is picked. */
export type Picked = Timed | Stepped;

const MOST_TIMES = 24;
const STAR = /^[*?]$/;
const STEP = /^\*(?:\/(\d+))?$/;

/** The cron of what was picked; null when there is none. */
export function cronOf(picked: Picked): string | null {
  if (picked.days.length === 0) return null;
  const days = fieldOf(picked.days);
  if (picked.at === 'TIMES') return timesOf(picked.times, days);
  const step = picked.step === 1 ? '*' : `*/${picked.step}`;
  return picked.at === 'MINUTES' ? `${step} * * * ${days}` : `0 ${step} * * ${days}`;
}

function timesOf(times: string[], days: string): string | null {
  const hours = sorted(times.map((time) => Number(time.slice(0, 2))));
  const minutes = sorted(times.map((time) => Number(time.slice(3))));
  const whole = new Set(times).size === hours.length * minutes.length;
  if (times.length === 0 || !whole) return null;
  return `${minutes.join(',')} ${hours.join(',')} * * ${days}`;
}

/** What a cron would be picked as; null when it can only be typed. */
export function pickedOf(cron: string): Picked | null {
  const fields = cron.trim().split(/\s+/);
  const onTheMinute = fields.length === 6 && Number(fields[0]) === 0;
  const [minute, hour, day, month, weekday, more] = onTheMinute ? fields.slice(1) : fields;
  if (!minute || !hour || !day || !month || !weekday || more !== undefined) return null;
  const days = STAR.test(day) && STAR.test(month) ? weekdays(weekday) : null;
  if (!days) return null;
  const minutes = STEP.exec(minute);
  if (minutes) return hour === '*' ? stepped('MINUTES', days, minutes[1]) : null;
  const hours = STEP.exec(hour);
  if (hours) return Number(minute) === 0 ? stepped('HOURS', days, hours[1]) : null;
  return timed(days, numbers(hour, 23), numbers(minute, 59));
}

/** A time of the day as it is kept, 06:30; null when it is none. */
export function timeOf(text: string): string | null {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim()) ?? [];
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function stepped(at: Stepped['at'], days: string[], text = '1'): Stepped | null {
  const step = Number(text);
  return STEPS[at].includes(step) ? { at, days, step } : null;
}

function timed(days: string[], hours: number[] | null, minutes: number[] | null): Timed | null {
  if (!hours || !minutes || hours.length * minutes.length > MOST_TIMES) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const times = hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}`));
  return { at: 'TIMES', days, times };
}

/** `MON-FRI`, `MON,WED`; a star for the whole week. */
function fieldOf(days: string[]): string {
  const at = sorted(days.map((day) => DAYS.indexOf(day)));
  const names = at.map((index) => DAYS[index]);
  const inARow = at.length > 2 && Math.max(...at) - Math.min(...at) === at.length - 1;
  if (at.length === DAYS.length) return '*';
  return inARow ? `${names[0]}-${names.at(-1)}` : names.join(',');
}

/** Sunday is 0 or 7; a range may begin with the one or end with the other. */
function weekdays(field: string): string[] | null {
  if (STAR.test(field)) return DAYS;
  const named = /MON|TUE|WED|THU|FRI|SAT|SUN/g;
  const numbered = field.toUpperCase().replace(named, (day) => String(DAYS.indexOf(day) + 1));
  const days = numbers(numbered, 7);
  return days && DAYS.filter((_, index) => days.some((n) => (n + 6) % 7 === index));
}

/** The numbers of `1,2,5-7`, in order; null when it says anything else. */
function numbers(field: string, most: number): number[] | null {
  const all: number[] = [];
  for (const part of field.split(',')) {
    const [, first, last] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part) ?? [];
    const from = Number(first);
    const till = Number(last ?? first);
    if (!first || from > till || till > most) return null;
    for (let n = from; n <= till; n++) all.push(n);
  }
  return sorted(all);
}

function sorted(all: number[]): number[] {
  return [...new Set(all)].sort((a, b) => a - b);
}
