/** Words for numbers and times, in the viewer's own locale. */
const whole = new Intl.NumberFormat();
const one = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : whole.format(value);
}

/** A rate of 0 to 100 as the API gives it; null means that there is no sample yet. */
export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${one.format(value)} %`;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

export function bytes(value: number): string {
  let n = value;
  let unit = 0;
  while (n >= 1000 && unit < UNITS.length - 1) {
    n /= 1000;
    unit += 1;
  }
  return `${one.format(n)} ${UNITS[unit] ?? ''}`;
}

const NAMES: Record<string, string> = { SMS: 'SMS', EMAIL: 'E-mail', CLIENT_ID: 'Client ID' };

/** NO_ANSWER → No answer. */
export function words(code: string | null | undefined): string {
  if (!code) return '–';
  if (NAMES[code]) return NAMES[code];
  const text = code.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ABBREVIATIONS = /\b(sit|sms|ivr|nu)\b/gi;

/** A call result in the field's words: SIT_INVALID_NUM → SIT invalid num. */
export function callResult(code: string | null | undefined): string {
  return words(code).replace(ABBREVIATIONS, (w) => w.toUpperCase());
}

const moment = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export function localTime(instant: string): string {
  return moment.format(new Date(instant));
}

export function utcTime(instant: string): string {
  return new Date(instant)
    .toISOString()
    .replace('T', ' ')
    .replace('.000Z', 'Z')
    .replace('Z', ' UTC');
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "in 5 minutes", "yesterday". */
export function fromNow(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return relative.format(Math.trunc(seconds / step[1]), step[0]);
}

/** Seconds as 1:05 or 2:03:09. */
export function clock(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  const hours = Math.floor(s / 3600);
  const minutes = Math.floor((s % 3600) / 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
}
