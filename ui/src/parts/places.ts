const CODES =
  'US CA GB IE DE AT CH FR BE NL LU ES PT IT DK SE NO FI IS PL CZ SK HU RO BG GR HR SI EE LV LT MT CY ' +
  'TR UA IL AE SA ZA NG KE EG MA IN PK BD LK SG MY TH VN PH ID JP KR CN HK TW AU NZ MX BR AR CL CO PE PR JM DO';

const names = new Intl.DisplayNames(undefined, { type: 'region' });

/** Countries by name, as choices of a select. */
export const COUNTRIES = CODES.split(' ')
  .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** IANA time zones this browser knows. */
export const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The viewer's own zone; machines that only say Etc/UTC or an offset are in UTC. */
export const HERE = ZONES.includes(here) && !here.startsWith('Etc/') ? here : 'UTC';
