/** ISO-8601 durations as a number and a unit, the way people enter them. */
export type DurationUnit = 'S' | 'M' | 'H' | 'D';

export interface Amount {
  value: number;
  unit: DurationUnit;
}

const SECONDS: Record<DurationUnit, number> = { S: 1, M: 60, H: 3_600, D: 86_400 };
const PATTERN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

export function secondsOf(iso: string): number {
  const match = PATTERN.exec(iso);
  if (!match) throw new Error(`not a duration: ${iso}`);
  const [d = 0, h = 0, m = 0, s = 0] = match.slice(1).map((part) => Number(part || 0));
  return d * SECONDS.D + h * SECONDS.H + m * SECONDS.M + s;
}

/** In the largest unit that keeps it whole. */
export function amountOf(iso: string): Amount {
  const seconds = secondsOf(iso);
  const units: DurationUnit[] = ['D', 'H', 'M'];
  const unit = units.find((u) => seconds > 0 && seconds % SECONDS[u] === 0) ?? 'S';
  return { value: seconds / SECONDS[unit], unit };
}

export function isoOf({ value, unit }: Amount): string {
  return unit === 'D' ? `P${value}D` : `PT${value}${unit}`;
}

/** "30 min", "1.5 s". */
export function spoken(iso: string): string {
  const { value, unit } = amountOf(iso);
  const name = { S: 's', M: 'min', H: 'h', D: value === 1 ? 'day' : 'days' }[unit];
  return `${value} ${name}`;
}
