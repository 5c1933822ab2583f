import { describe as suite, expect, it } from 'vitest';
import {
  CHECKS,
  describe,
  lackOf,
  NEW_CONDITION,
  NEW_RULE,
  operatorsOf,
  requestOf,
  retyped,
  valuesOf,
} from './ruleForm';
import type { SelectionRule } from './types';

const RULE: SelectionRule = {
  id: '7',
  name: 'Florida',
  anyOf: [
    {
      allOf: [
        { field: 'device', type: 'AREA_CODE', operator: 'IN', value: null, values: ['305', '786'] },
        { field: 'Plan', type: 'STRING', operator: 'NOT_EMPTY', value: null, values: null },
      ],
    },
    {
      allOf: [
        { field: 'contact', type: 'STATE_CODE', operator: 'EQUAL', value: 'FL', values: null },
      ],
    },
  ],
  createdAt: '2026-11-22T10:00:00Z',
  revision: 3,
};

suite('the form of a selection rule', () => {
  it('gives back the rule it was filled with', () => {
    const { name, anyOf } = RULE;
    expect(requestOf(valuesOf(RULE))).toEqual({ name, anyOf });
  });

  it('sends only what goes with the operator', () => {
    const condition = { ...NEW_CONDITION, field: ' Plan ', value: 'gold', values: ['old'] };
    const [set] = requestOf({ name: ' a ', sets: [{ conditions: [condition] }] }).anyOf;
    expect(set?.allOf).toEqual([
      { field: 'Plan', type: 'STRING', operator: 'EQUAL', value: 'gold', values: null },
    ]);
  });

  it('sends an expression without a field', () => {
    const expression = { ...retyped(NEW_CONDITION, 'EXPRESSION'), value: 'true' };
    const [set] = requestOf({ name: 'a', sets: [{ conditions: [expression] }] }).anyOf;
    expect(set?.allOf).toEqual([
      { field: null, type: 'EXPRESSION', operator: 'CUSTOM', value: 'true', values: null },
    ]);
    expect(describe({ anyOf: [{ allOf: set?.allOf ?? [] }] })).toBe('true');
    expect(lackOf({ ...expression, value: ' ' })).toMatch(/expression/);
    expect(retyped(expression, 'STRING').operator).toBe('EQUAL');
  });

  it('offers a type the operators it takes', () => {
    const names = (type: Parameters<typeof operatorsOf>[0]) =>
      operatorsOf(type).map((o) => o.value);
    expect(names('STRING')).toHaveLength(14);
    expect(names('NUMERIC')).not.toContain('LIKE');
    expect(names('TIME_ZONE')).not.toContain('LT');
    expect(names('COUNTRY_CODE')).toEqual([
      'EQUAL',
      'NOT_EQUAL',
      'IN',
      'NOT_IN',
      'EMPTY',
      'NOT_EMPTY',
    ]);
  });

  it('drops what does not go with another type', () => {
    const like = { ...NEW_CONDITION, field: 'Plan', operator: 'LIKE' };
    expect(retyped(like, 'NUMERIC')).toMatchObject({ operator: 'EQUAL', field: 'Plan' });
    expect(retyped(like, 'AREA_CODE')).toMatchObject({ operator: 'LIKE', field: 'device' });
    expect(retyped(retyped(like, 'AREA_CODE'), 'STRING').field).toBe('');
  });

  it('says what is missing', () => {
    expect(lackOf(NEW_CONDITION)).toContain('field');
    expect(lackOf({ ...NEW_CONDITION, field: 'Plan' })).toContain('value');
    expect(lackOf({ ...NEW_CONDITION, field: 'Plan', operator: 'EMPTY' })).toBeNull();
    expect(lackOf({ ...NEW_CONDITION, field: 'Age', type: 'NUMERIC', value: 'x' })).toContain(
      'number',
    );
    expect(lackOf({ ...NEW_CONDITION, field: 'a', operator: 'IN', values: ['b'] })).toBeNull();
    expect(CHECKS.sets(NEW_RULE.sets)).not.toBeNull();
    expect(CHECKS.name(' ')).not.toBeNull();
  });

  it('reads like a sentence', () => {
    expect(describe(RULE)).toBe(
      "area code in 305, 786 and Plan not empty or contact's state code equal FL",
    );
  });
});
