// node generate.mjs [zone.tab]: writes the tables of postal codes and countries. See README.md.
import { writeFileSync } from 'node:fs';
import { canada, unitedStates, zonesOfStates } from './north-america.mjs';
import { RULES } from './rules.mjs';
import { sorted, zonesOfCountries } from './zones.mjs';

const OUT = new URL('../../main/resources/io/beckon/protocol/reference/', import.meta.url);
const A_LINE = 14;

/**
 * As few prefixes as say the same: one of `length` characters where all codes below it agree, else
 * one with all their zones, for codes that are not listed, and each code that has fewer.
 */
function compact(codes, length) {
  const groups = new Map();
  for (const [code, zones] of codes) {
    const head = code.slice(0, length);
    groups.set(head, [...(groups.get(head) ?? []), [code, sorted(zones)]]);
  }
  const prefixes = new Map();
  for (const [head, below] of groups) {
    const all = sorted(new Set(below.flatMap(([, zones]) => zones.split('|'))));
    prefixes.set(head, all);
    below.filter(([, zones]) => zones !== all).forEach(([code, zones]) => prefixes.set(code, zones));
  }
  return prefixes;
}

/** Lines of `country,zones,prefix prefix …`. */
function lines(country, prefixes) {
  const byZones = new Map();
  for (const [prefix, zones] of prefixes) {
    byZones.set(zones, [...(byZones.get(zones) ?? []), prefix]);
  }
  return [...byZones.keys()].sort().flatMap((zones) => {
    const all = byZones.get(zones).sort();
    const parts = [];
    for (let n = 0; n < all.length; n += A_LINE) parts.push(all.slice(n, n + A_LINE).join(' '));
    return parts.map((part) => `${country},${zones},${part}`);
  });
}

function write(file, comment, body) {
  const date = new Date().toISOString().slice(0, 10);
  const head = [`# ${date}`, ...comment, '# Made by protocol/src/generate/postal-zones: do not edit.'];
  writeFileSync(new URL(file, OUT), `${[...head, ...body].join('\n')}\n`);
}

const states = zonesOfStates();
const tables = new Map(
  Object.entries(RULES).map(([country, zones]) => [
    country,
    new Map(Object.entries(zones).flatMap(([key, of]) => of.map((prefix) => [prefix, key]))),
  ]),
);
tables.set('US', compact(unitedStates(states), 3));
tables.set('CA', compact(canada(states), 1));
write(
  'postal-zones.csv',
  [
    '# Postal codes: country, all zones they may be in, prefixes; the longest prefix holds.',
    '# US, CA: coordinates of npm zipcodes 8.0.0 (BSD-3-Clause), looked up in tz-lookup 6.1.25 (CC0-1.0); US',
    '# beside zipcode-to-timezone 0.0.9 (MIT). Others: the regions that the posts of these countries assign.',
  ],
  [...tables.keys()].sort().flatMap((country) => lines(country, tables.get(country))),
);
write(
  'country-zones.csv',
  ['# Countries: code, all zones, one of those that keep the same time (zone.tab of the tz database, public domain).'],
  [...zonesOfCountries(process.argv[2] ?? '/usr/share/zoneinfo/zone.tab')]
    .map(([country, zones]) => `${country},${sorted(zones)}`)
    .sort(),
);
