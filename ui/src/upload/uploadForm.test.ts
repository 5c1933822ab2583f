import { describe as suite, expect, it } from 'vitest';
import { CHECKS, describe, NEW_RULE, NEW_TARGET, requestOf, valuesOf } from './uploadForm';
import type { NewUploadRule } from './types';

const BY_FIELD: NewUploadRule = {
  name: 'States',
  kind: 'FIELD',
  field: 'state',
  targets: [
    { listId: '1', quantity: null, percentage: null, values: ['NY', 'NJ'], selectionRuleId: null },
    { listId: '2', quantity: null, percentage: null, values: ['FL'], selectionRuleId: null },
  ],
};

suite('the form of an upload rule', () => {
  it('gives back the rule it was filled with', () => {
    expect(requestOf(valuesOf(BY_FIELD))).toEqual(BY_FIELD);
  });

  it('sends only what goes with the kind', () => {
    const target = { listId: '1', number: 30, values: ['old'], selectionRuleId: '7' };
    const sent = requestOf({ name: ' a ', kind: 'PERCENTAGE', field: 'state', targets: [target] });
    expect(sent).toEqual({
      name: 'a',
      kind: 'PERCENTAGE',
      field: null,
      targets: [
        { listId: '1', quantity: null, percentage: 30, values: null, selectionRuleId: null },
      ],
    });
  });

  it('says what is missing', () => {
    const first = { ...NEW_TARGET, listId: '1' };
    const check = (kind: typeof NEW_RULE.kind, targets: (typeof NEW_RULE)['targets']) =>
      CHECKS.targets(targets, { ...NEW_RULE, kind });
    expect(check('QUANTITY', [NEW_TARGET])).toMatch(/Choose a list/);
    expect(check('QUANTITY', [first])).toMatch(/how much/);
    expect(check('FIELD', [first])).toMatch(/value/);
    expect(check('CUSTOM', [first])).toMatch(/selection rule/);
    const half = { ...first, number: 60 };
    expect(check('PERCENTAGE', [half, { ...half, listId: '2' }])).toMatch(/120 %/);
    expect(check('PERCENTAGE', [half, half])).toMatch(/another list/);
    expect(check('PERCENTAGE', [half])).toBeNull();
    expect(CHECKS.field(' ', { ...NEW_RULE, kind: 'FIELD' })).not.toBeNull();
    expect(CHECKS.field('', NEW_RULE)).toBeNull();
  });

  it('describes a rule in one line', () => {
    const names = (id: string) => `List ${id}`;
    expect(describe(BY_FIELD, names, names)).toBe('by state; List 1: NY, NJ; List 2: FL');
  });
});
