// Postal codes of the United States and Canada: zones of their coordinates, beside a second source.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import tzLookup from 'tz-lookup';
import { nameIn } from './zones.mjs';

const require = createRequire(import.meta.url);
const { lookup } = require('zipcode-to-timezone');
const DEVICE = new URL('../../main/resources/io/beckon/protocol/device/', import.meta.url);
const KM_OF_A_DEGREE = 111;

function rows(file) {
  return readFileSync(new URL(file, DEVICE), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(','));
}

/** As States.java: the zones named, else those of all area codes that lie in the state alone. */
export function zonesOfStates() {
  const areas = rows('nanp-area-codes.csv');
  const states = new Map();
  for (const [country, code, name, zones] of rows('nanp-states.csv')) {
    const known = zones
      ? zones.split('|')
      : areas.filter((a) => a[1] === country && a[2] === code).flatMap((a) => a[3].split('|'));
    for (const key of [code, name]) states.set(`${country} ${key}`, new Set(known));
  }
  return states;
}

/** The zones around a point: a code covers ground, its coordinates are one spot of it. */
function around(latitude, longitude, radii) {
  const points = [[latitude, longitude]];
  for (const km of radii) {
    for (let n = 0; n < 8; n++) {
      const angle = (n * Math.PI) / 4;
      const north = (km / KM_OF_A_DEGREE) * Math.sin(angle);
      const east =
        ((km / KM_OF_A_DEGREE) * Math.cos(angle)) / Math.cos((latitude * Math.PI) / 180);
      points.push([latitude + north, longitude + east]);
    }
  }
  return points
    .filter(([lat, lon]) => Math.abs(lat) < 90 && Math.abs(lon) < 180)
    .map(([lat, lon]) => tzLookup(lat, lon));
}

/** Zones of one code; every zone of its state where the coordinates are wrong or missing. */
function zonesOf(place, country, state, radii, given) {
  const isPlaced = place.latitude != null && (place.latitude !== 0 || place.longitude !== 0);
  const near = isPlaced ? around(place.latitude, place.longitude, radii) : [];
  const kept = [...near, ...given]
    .map((zone) => nameIn(country, state, zone))
    .filter((zone) => zone && state.has(zone));
  return kept.length ? new Set(kept) : state;
}

export function unitedStates(states) {
  const { codes } = require('zipcodes/lib/codes.js');
  const found = new Map();
  for (const [zip, place] of Object.entries(codes)) {
    const state = states.get(`US ${place.state}`);
    if (state) { // AA, AE and AP, the field post, may be anywhere
      found.set(zip, zonesOf(place, 'US', state, [12], [lookup(zip)].filter(Boolean)));
    }
  }
  return found;
}

/** The first letter of a code is its province; X is two territories. */
const PROVINCES = {
  A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON',
  N: 'ON', P: 'ON', R: 'MB', S: 'SK', T: 'AB', V: 'BC', X: 'NT', Y: 'YT',
};
const OF_NUNAVUT = ['X0A', 'X0B', 'X0C'];

/** A second digit of 0 is the country: such codes are as wide as some states. */
export function canada(states) {
  const { codes } = require('zipcodes/lib/codesCanada.js');
  const found = new Map();
  for (const [code, place] of Object.entries(codes)) {
    const state = states.get(`CA ${OF_NUNAVUT.includes(code) ? 'NU' : PROVINCES[code[0]]}`);
    const west = { ...place, longitude: -Math.abs(place.longitude) };
    found.set(code, zonesOf(west, 'CA', state, code[1] === '0' ? [50, 100, 150] : [12], []));
  }
  return found;
}
