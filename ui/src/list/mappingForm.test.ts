import { describe, expect, it } from 'vitest';
import {
  CHECKS,
  lackOf,
  NEW_COLUMN,
  NEW_MAPPING,
  nextColumn,
  requestOf,
  valuesOf,
} from './mappingForm';
import type { NewMapping } from './preview';

const DELIMITED: NewMapping = {
  name: 'Weekly',
  kind: 'CONTACTS',
  layout: 'DELIMITED',
  delimiter: '¦',
  quote: null,
  header: true,
  skipLines: 2,
  charset: 'ISO-8859-1',
  country: 'DE',
  columns: [
    { field: 'device1', name: 'Tel. mobile' },
    { field: 'Tariff', position: 3 },
  ],
  otherColumns: 'DROP',
};

const FIXED: NewMapping = {
  name: 'Billing',
  kind: 'SUPPRESSION',
  layout: 'FIXED',
  delimiter: null,
  quote: null,
  header: false,
  skipLines: 0,
  charset: null,
  country: null,
  columns: [{ field: 'device1', from: 9, length: 15 }],
  otherColumns: null,
};

describe('the form of a data mapping', () => {
  it('gives back the mapping it was filled with', () => {
    expect(requestOf(valuesOf(DELIMITED))).toEqual(DELIMITED);
    expect(requestOf(valuesOf(FIXED))).toEqual(FIXED);
  });

  it('finds columns by position only where no header names them', () => {
    const column = { ...NEW_COLUMN, field: 'device1', name: 'Phone', position: 4 as const };
    const sent = requestOf({ ...NEW_MAPPING, header: false, columns: [column] });
    expect(sent.columns).toEqual([{ field: 'device1', position: 4 }]);
  });

  it('says what is missing', () => {
    expect(lackOf(NEW_COLUMN, NEW_MAPPING)).toMatch(/needs a field/);
    const device = { ...NEW_COLUMN, field: 'device1' };
    expect(lackOf(device, NEW_MAPPING)).toMatch(/is found/);
    expect(lackOf(device, { ...NEW_MAPPING, layout: 'FIXED' })).toMatch(/how long/);
    expect(CHECKS.columns([{ ...device, name: 'Phone' }], NEW_MAPPING)).toBeNull();
    expect(CHECKS.name(' ')).not.toBeNull();
  });

  it('begins the next fixed column behind the last', () => {
    expect(nextColumn(valuesOf(FIXED)).from).toBe(24);
    expect(nextColumn(NEW_MAPPING).from).toBe('');
  });
});
