import { describe, expect, it } from 'vitest';
import { isIncomplete, NO_CHOICES, optionsOf } from './choices';

describe('choices of an import', () => {
  it('are left out where they are usual', () => {
    expect(optionsOf(NO_CHOICES)).toEqual({});
    expect(optionsOf({ ...NO_CHOICES, mode: 'REPLACE' })).toEqual({ mode: 'REPLACE' });
  });

  it('name the key of an update only', () => {
    const update = { ...NO_CHOICES, mode: 'UPDATE' };
    expect(optionsOf(update)).toEqual({ mode: 'UPDATE', key: 'CLIENT_ID' });
    const column = { ...update, keyKind: 'COLUMN', keyColumn: ' Account ' };
    expect(optionsOf(column)).toEqual({ mode: 'UPDATE', key: 'Account' });
    expect(optionsOf({ ...column, mode: 'APPEND' })).toEqual({});
    expect(isIncomplete({ ...column, keyColumn: ' ' })).toBe(true);
    expect(isIncomplete(column)).toBe(false);
  });

  it('know the entries of a suppression list by their values', () => {
    const update = { ...NO_CHOICES, mode: 'UPDATE' };
    expect(optionsOf(update, 'SUPPRESSION')).toEqual({ mode: 'UPDATE' });
  });

  it('say that premium-rate numbers are loaded', () => {
    expect(optionsOf({ ...NO_CHOICES, allowPremiumRate: true })).toEqual({
      allowPremiumRate: true,
    });
  });

  it('name the selection rule', () => {
    expect(optionsOf({ ...NO_CHOICES, selectionRuleId: '7' })).toEqual({ selectionRuleId: '7' });
  });

  it('name the upload rule of what is appended', () => {
    const split = { ...NO_CHOICES, uploadRuleId: '8' };
    expect(optionsOf(split)).toEqual({ uploadRuleId: '8' });
    expect(optionsOf({ ...split, mode: 'REPLACE' })).toEqual({ mode: 'REPLACE' });
  });
});
