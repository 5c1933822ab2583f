import { spoken } from '../parts/duration';
import { words } from '../parts/format';
import { DAYS, type Day, type Rule, type RulePlace } from './types';

/** Mon–Fri, Sun. */
export function daysOf(days: Day[]): string {
  const at = DAYS.map((d, n) => (days.includes(d.value) ? n : -1)).filter((n) => n >= 0);
  if (at.length === 7 || at.length === 0) return 'every day';
  const runs: number[][] = [];
  for (const n of at) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  const name = (n: number | undefined) => DAYS[n ?? 0]?.label ?? '';
  return runs
    .map((run) =>
      run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(', '),
    )
    .join(', ');
}

function spanOf({ within, localDays }: Rule): string {
  if (!localDays) return `in ${spoken(within ?? 'PT24H')}`;
  return localDays === 1 ? 'since midnight' : `in ${localDays} consecutive days`;
}

function whereOf(rule: Rule): string {
  const states = rule.where?.states?.length ? rule.where.states.join(', ') : null;
  const place = [states, rule.where?.country].filter(Boolean).join(' in ');
  return place ? ` · ${place}` : '';
}

function placeOf({ country, states, areaCodes, exchanges, postalCodes }: RulePlace): string {
  const parts = [states, areaCodes, exchanges, postalCodes].flatMap((p) =>
    p?.length ? [p.join(', ')] : [],
  );
  return [country, ...parts].join(' ');
}

/** What a rule says, in one line. */
export function describe(rule: Rule): string {
  if (rule.type === 'ATTEMPT') {
    const by = { DEVICE: 'device', CLIENT_ID: 'client ID', BOTH: 'device and client ID' };
    const who = by[rule.countBy as keyof typeof by] as string | undefined;
    const scope =
      rule.scope === 'TENANT' ? 'over all campaigns' : `per ${words(rule.scope).toLowerCase()}`;
    const what = rule.counts === 'CONVERSATIONS' ? 'conversations' : 'attempts';
    const results = rule.callResults?.length ? ` (${rule.callResults.map(words).join(', ')})` : '';
    const there = whereOf({ ...rule, where: rule.attemptsTo });
    return `At most ${rule.max ?? 0} ${what}${results} ${spanOf(rule)} per ${who ?? 'field'}, ${scope}${there}`;
  }
  if (rule.type === 'LOCATION') {
    const places = (rule.places ?? []).map(placeOf).join('; ');
    return `${rule.action === 'ALLOW' ? 'Only to' : 'Never to'} ${places}`;
  }
  if (rule.type === 'REGISTRY') {
    return `Nobody who stands in registry ${rule.registryId ?? ''}${whereOf(rule)}`;
  }
  if (rule.type === 'CONTACT_DATES') {
    const days = [...(rule.calendars ?? []).map((c) => `holidays ${c}`), ...(rule.dates ?? [])];
    return `Not on ${days.join(', ')}${whereOf(rule)}`;
  }
  const hours = (rule.windows ?? []).map((w) => `${daysOf(w.days)} ${w.from}–${w.till}`).join('; ');
  return `${hours || 'Never'}${whereOf(rule)}${rule.replacesDefault ? ' · instead of 08:00–21:00' : ''}`;
}
