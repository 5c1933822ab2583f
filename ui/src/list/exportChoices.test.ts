import { describe, expect, it } from 'vitest';
import {
  columnLabel,
  columnsToAdd,
  exportQuery,
  moved,
  restored,
  USUAL,
  type ExportChoices,
} from './exportChoices';

const query = (kind: 'CONTACTS' | 'SUPPRESSION', change: Partial<ExportChoices>) =>
  Object.fromEntries(
    Object.entries(exportQuery(kind, { ...USUAL, ...change })).filter(
      ([, v]) => v !== null && v !== '',
    ),
  );

describe('what an export asks for', () => {
  it('is nothing when all is as usual', () => {
    expect(query('CONTACTS', {})).toEqual({});
  });

  it('keeps the order of columns', () => {
    const columns = ['device1', 'clientId', 'other.Plan'];
    expect(query('CONTACTS', { columns, results: true, selectionRuleId: '3' })).toEqual({
      columns: 'device1,clientId,other.Plan',
      results: true,
      selectionRuleId: '3',
    });
  });

  it('has no delimiter and no charset for a workbook', () => {
    expect(query('CONTACTS', { format: 'XLSX', delimiter: 'TAB', charset: 'UTF-16' })).toEqual({
      format: 'XLSX',
    });
    expect(query('CONTACTS', { delimiter: 'TAB', header: false, formulas: 'KEEP' })).toEqual({
      delimiter: 'TAB',
      header: false,
      formulas: 'KEEP',
    });
  });

  it('has only what suppression lists know', () => {
    const all = { columns: ['device1'], results: true, selectionRuleId: '3', recipientId: '7' };
    expect(query('SUPPRESSION', all)).toEqual({ recipientId: '7' });
  });
});

describe('columns', () => {
  it('are called as people call them', () => {
    expect(
      ['clientId', 'other.Plan', 'device2', 'phone10CallResult', 'email1'].map(columnLabel),
    ).toEqual(['Client ID', 'Plan', 'Device 2', 'Phone 10, call result', 'E-mail 1']);
  });

  it('are offered once, without names that hold a comma', () => {
    const groups = columnsToAdd(['clientId', 'other.Plan'], ['Plan', 'Balance', 'a,b']);
    const values = groups.flatMap((g) => g.items.map((i) => i.value));
    expect(values).toContain('other.Balance');
    expect(values).not.toContain('clientId');
    expect(values).not.toContain('other.Plan');
    expect(values).not.toContain('other.a,b');
    expect(new Set(values).size).toBe(values.length);
  });

  it('move within the list only', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('what was kept', () => {
  it('is taken up, and is the usual where it is none', () => {
    expect(restored({ format: 'XLSX', columns: ['clientId', 3] })).toEqual({
      ...USUAL,
      format: 'XLSX',
      columns: ['clientId'],
    });
    expect(restored('nonsense')).toEqual(USUAL);
    expect(restored(null)).toEqual(USUAL);
  });
});
