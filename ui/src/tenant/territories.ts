import { ZONES } from '../parts/places';

/** What a tenant begins with; see Territories.java. */
export const REMOTE_ISLANDS = [
  'America/Adak',
  'America/Noronha',
  'Antarctica/Macquarie',
  'Antarctica/McMurdo',
  'Australia/Lord_Howe',
  'Indian/Christmas',
  'Indian/Cocos',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Galapagos',
  'Pacific/Norfolk',
];

/** Not of every browser, and not of the type library yet. */
type WithZones = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };

function zonesOf(country: string): string[] {
  try {
    const place = new Intl.Locale('und', { region: country }) as WithZones;
    return place.getTimeZones?.() ?? place.timeZones ?? [];
  } catch {
    return [];
  }
}

/** Zones to choose from: those of the country first, then remote islands, then all others. */
export function territoriesOf(country: string): { group: string; items: string[] }[] {
  const named = ZONES.filter((zone) => zone.includes('/'));
  const own = zonesOf(country).filter((zone) => named.includes(zone));
  const remote = REMOTE_ISLANDS.filter((zone) => !own.includes(zone));
  const others = named.filter((zone) => !own.includes(zone) && !remote.includes(zone));
  return [
    { group: `In ${country}`, items: own },
    { group: 'Remote islands', items: remote },
    { group: 'Elsewhere', items: others },
  ].filter(({ items }) => items.length > 0);
}
