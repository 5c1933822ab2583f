// Which zones of a country keep the same time, and under which one name they go.
import { readFileSync } from 'node:fs';

/** Names that are preferred where several zones agree: those of the tables of area codes. */
const PREFERRED = {
  US: [
    'America/New_York', 'America/Chicago', 'America/Denver', 'America/Boise', 'America/Phoenix',
    'America/Los_Angeles', 'America/Anchorage', 'America/Adak', 'Pacific/Honolulu',
    'America/Puerto_Rico', 'America/St_Thomas', 'Pacific/Guam', 'Pacific/Saipan',
    'Pacific/Pago_Pago',
  ],
  CA: [
    'America/St_Johns', 'America/Halifax', 'America/Toronto', 'America/Atikokan',
    'America/Winnipeg', 'America/Regina', 'America/Edmonton', 'America/Dawson_Creek',
    'America/Whitehorse', 'America/Vancouver',
  ],
  AU: [
    'Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Darwin',
    'Australia/Perth',
  ],
  BR: ['America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'],
};

/** Zones that not every JDK 17 knows yet; to it they are still the one they were parted from. */
const TOO_NEW = ['America/Coyhaique'];
const FROM = Date.UTC(2025, 3, 1, 12);
const TILL = Date.UTC(2032, 0, 1);
const DAY = 24 * 3600 * 1000;
const known = new Map();

/** What its clocks say each day of almost seven years; the same text, the same time. */
export function clocks(zone) {
  if (!known.has(zone)) {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hour: '2-digit', minute: '2-digit', day: '2-digit',
    });
    const said = [];
    for (let at = FROM; at < TILL; at += DAY) said.push(clock.format(at));
    known.set(zone, said.join(' '));
  }
  return known.get(zone);
}

/** The name under which a zone goes in a state; undefined when no zone of the country is its like. */
export function nameIn(country, state, zone) {
  const names = [...state, ...PREFERRED[country]];
  return names.includes(zone) ? zone : names.find((name) => clocks(name) === clocks(zone));
}

/** All zones of each country by zone.tab, one of those that keep the same time. */
export function zonesOfCountries(zoneTab) {
  const countries = new Map();
  for (const line of readFileSync(zoneTab, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [country, , zone] = line.split('\t');
    const zones = countries.get(country) ?? [...(PREFERRED[country] ?? [])];
    if (!TOO_NEW.includes(zone) && !zones.some((other) => clocks(other) === clocks(zone))) zones.push(zone);
    countries.set(country, zones);
  }
  return countries;
}

export const sorted = (zones) => [...zones].sort().join('|');
