import { describe, expect, it } from 'vitest';
import { labelledOthers, labelOf, labelsOf, otherOf, patchOf } from './labels';

const LABELS = { 'Client ID': 'Account', Other2: 'Zone', Other1: 'Tariff' };

describe('labels', () => {
  it('are found however the field is written', () => {
    expect(labelOf(LABELS, 'clientId', 'Client ID')).toBe('Account');
    expect(labelOf(LABELS, 'company', 'Company')).toBe('Company');
    expect(otherOf({ other_1: 'A' }, 'Other1')).toBe('A');
    expect(otherOf(null, 'Other1')).toBeUndefined();
  });

  it('give the columns beyond those of every contact, in the order of their labels', () => {
    expect(labelledOthers(LABELS)).toEqual([
      { field: 'Other1', label: 'Tariff' },
      { field: 'Other2', label: 'Zone' },
    ]);
  });

  it('are taken from whole lines, and those that are gone are taken away', () => {
    const after = labelsOf([
      { field: ' Other1 ', label: 'Tariff' },
      { field: '', label: 'x' },
      { field: 'Other3', label: ' ' },
    ]);
    expect(after).toEqual({ Other1: 'Tariff' });
    expect(patchOf(LABELS, after)).toEqual({ 'Client ID': null, Other2: null, Other1: 'Tariff' });
  });
});
