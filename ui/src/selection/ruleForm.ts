import { words } from '../parts/format';
import type { Condition, FieldType, NewSelectionRule, SelectionRule } from './types';

/** A condition as the form holds it: everything has a value, so that every field is controlled. */
export interface ConditionValues {
  type: FieldType;
  field: string;
  operator: string;
  value: string;
  values: string[];
}

export interface RuleValues extends Record<string, unknown> {
  name: string;
  sets: { conditions: ConditionValues[] }[];
}

export const TYPES: { value: FieldType; label: string }[] = [
  { value: 'STRING', label: 'Text' },
  { value: 'NUMERIC', label: 'Number' },
  { value: 'AREA_CODE', label: 'Area code' },
  { value: 'COUNTRY_CODE', label: 'Country code' },
  { value: 'TIME_ZONE', label: 'Time zone' },
  { value: 'EXCHANGE', label: 'Exchange' },
  { value: 'STATE_CODE', label: 'State code' },
  { value: 'LINE_TYPE', label: 'Line type' },
  { value: 'EXPRESSION', label: 'Custom expression' },
];

const OPERATORS: [string, string][] = [
  ['EQUAL', 'equal'],
  ['NOT_EQUAL', 'not equal'],
  ['LIKE', 'like'],
  ['NOT_LIKE', 'not like'],
  ['IN', 'in'],
  ['NOT_IN', 'not in'],
  ['EMPTY', 'empty'],
  ['NOT_EMPTY', 'not empty'],
  ['CONTAINS', 'contains'],
  ['NOT_CONTAINS', 'does not contain'],
  ['LT', '<'],
  ['LE', '≤'],
  ['GT', '>'],
  ['GE', '≥'],
];
const PATTERNS = ['LIKE', 'NOT_LIKE', 'CONTAINS', 'NOT_CONTAINS'];
const ORDERS = ['LT', 'LE', 'GT', 'GE'];
const REFUSED: Partial<Record<FieldType, string[]>> = {
  NUMERIC: PATTERNS,
  COUNTRY_CODE: [...PATTERNS, ...ORDERS],
  TIME_ZONE: ORDERS,
  LINE_TYPE: [...PATTERNS, ...ORDERS],
};

/** Fields that every contact has; further columns are written by hand. */
export const FIELDS = [
  'clientId',
  'firstName',
  'lastName',
  'company',
  'timeZone',
  'postalCode',
  'state',
  'country',
  'device',
];

export const NEW_CONDITION: ConditionValues = {
  type: 'STRING',
  field: '',
  operator: 'EQUAL',
  value: '',
  values: [],
};

export const NEW_RULE: RuleValues = { name: '', sets: [{ conditions: [NEW_CONDITION] }] };

export const isExpression = (type: FieldType) => type === 'EXPRESSION';

/** What expressions may name. */
export const VARIABLES =
  'clientId, firstName, lastName, company, timeZone, postalCode, state, country, other.NAME, ' +
  'device.value, device.country, device.state, device.areaCode, device.exchange, device.zones';

/** What a type can be compared by. */
export function operatorsOf(type: FieldType): { value: string; label: string }[] {
  if (isExpression(type)) return [{ value: 'CUSTOM', label: 'holds' }];
  const refused = REFUSED[type] ?? [];
  return OPERATORS.filter(([value]) => !refused.includes(value)).map(([value, label]) => ({
    value,
    label,
  }));
}

export const takesNone = (operator: string) => operator === 'EMPTY' || operator === 'NOT_EMPTY';
export const takesSeveral = (operator: string) => operator === 'IN' || operator === 'NOT_IN';

/** Whether the name of a field is asked for; other types are of the device, or of the contact. */
export const isPlain = (type: FieldType) => type === 'STRING' || type === 'NUMERIC';
export const mayBeOfContact = (type: FieldType) =>
  type === 'COUNTRY_CODE' || type === 'TIME_ZONE' || type === 'STATE_CODE';

/** The condition with another type: what does not go with it falls back. */
export function retyped(condition: ConditionValues, type: FieldType): ConditionValues {
  const operator = operatorsOf(type).some((o) => o.value === condition.operator)
    ? condition.operator
    : (operatorsOf(type)[0]?.value ?? 'EQUAL');
  const field = isPlain(type) ? (isPlain(condition.type) ? condition.field : '') : 'device';
  return { ...condition, type, operator, field };
}

function conditionOf({ type, field, operator, value, values }: ConditionValues): Condition {
  const none = takesNone(operator);
  const several = takesSeveral(operator);
  return {
    field: isExpression(type) ? null : field.trim() || null,
    type,
    operator,
    value: none || several ? null : value,
    values: several ? values : null,
  };
}

/** The form as the body of POST and PATCH /selection-rules. */
export function requestOf({ name, sets }: RuleValues): NewSelectionRule {
  return {
    name: name.trim(),
    anyOf: sets.map((set) => ({ allOf: set.conditions.map(conditionOf) })),
  };
}

/** A rule as the form holds it. */
export function valuesOf(rule: SelectionRule): RuleValues {
  return {
    name: rule.name,
    sets: rule.anyOf.map((set) => ({
      conditions: set.allOf.map((c) => ({
        type: c.type,
        field: c.field ?? 'device',
        operator: c.operator,
        value: c.value ?? '',
        values: c.values ?? [],
      })),
    })),
  };
}

/** What is missing in a condition; null when nothing is. */
export function lackOf(condition: ConditionValues): string | null {
  if (isPlain(condition.type) && !condition.field.trim()) return 'Name a field or a column.';
  if (takesSeveral(condition.operator)) {
    return condition.values.length > 0 ? null : 'Give at least one value.';
  }
  if (takesNone(condition.operator)) return null;
  if (isExpression(condition.type)) {
    return condition.value.trim() ? null : 'Write an expression.';
  }
  if (!condition.value.trim()) return 'Give a value, or use “empty”.';
  const number = /^[+-]?\d{1,30}(\.\d{1,30})?$/.test(condition.value.trim());
  return condition.type === 'NUMERIC' && !number ? 'Give a number such as -12.50.' : null;
}

export const CHECKS = {
  name: (name: string) => (name.trim() ? null : 'A rule needs a name.'),
  sets: (sets: RuleValues['sets']) => {
    const lack = sets.flatMap((s) => s.conditions.map(lackOf)).find((found) => found !== null);
    return lack ?? null;
  },
};

function sentence({ field, type, operator, value, values }: Condition): string {
  if (isExpression(type)) return value ?? '';
  const label = OPERATORS.find(([name]) => name === operator)?.[1] ?? operator;
  const what = isPlain(type)
    ? (field ?? 'device')
    : `${field === 'contact' ? "contact's " : ''}${words(type).toLowerCase()}`;
  const operand = takesSeveral(operator) ? (values ?? []).join(', ') : (value ?? '');
  return `${what} ${label} ${operand}`.trim();
}

/** A rule in one line. */
export function describe({ anyOf }: Pick<SelectionRule, 'anyOf'>): string {
  return anyOf.map((set) => set.allOf.map(sentence).join(' and ')).join(' or ');
}
