import { count } from '../parts/format';
import type { NewUploadRule, UploadKind, UploadRule, UploadTarget } from './types';

/** A target as the form holds it. */
export interface TargetValues {
  listId: string | null;
  number: number | '';
  values: string[];
  selectionRuleId: string | null;
}

export interface UploadValues extends Record<string, unknown> {
  name: string;
  kind: UploadKind;
  field: string;
  targets: TargetValues[];
}

export const KINDS: { value: UploadKind; label: string; says: string }[] = [
  {
    value: 'QUANTITY',
    label: 'Quantity',
    says: 'The first list takes so many accepted rows, then the next one.',
  },
  {
    value: 'PERCENTAGE',
    label: 'Percentage',
    says: 'Of every hundred accepted rows each list takes its share.',
  },
  {
    value: 'FIELD',
    label: 'Field',
    says: 'The first list that names the value of the field takes the row.',
  },
  {
    value: 'CUSTOM',
    label: 'Custom',
    says: 'The first list whose selection rule selects one of the row’s devices takes it.',
  },
];

export const NEW_TARGET: TargetValues = {
  listId: null,
  number: '',
  values: [],
  selectionRuleId: null,
};

export const NEW_RULE: UploadValues = {
  name: '',
  kind: 'QUANTITY',
  field: '',
  targets: [NEW_TARGET],
};

export function valuesOf(rule: NewUploadRule): UploadValues {
  return {
    name: rule.name,
    kind: rule.kind,
    field: rule.field ?? '',
    targets: rule.targets.map((target) => ({
      listId: target.listId,
      number: target.quantity ?? target.percentage ?? '',
      values: target.values ?? [],
      selectionRuleId: target.selectionRuleId,
    })),
  };
}

function targetOf(target: TargetValues, kind: UploadKind): UploadTarget {
  const number = target.number === '' ? null : target.number;
  return {
    listId: target.listId ?? '',
    quantity: kind === 'QUANTITY' ? number : null,
    percentage: kind === 'PERCENTAGE' ? number : null,
    values: kind === 'FIELD' ? target.values : null,
    selectionRuleId: kind === 'CUSTOM' ? target.selectionRuleId : null,
  };
}

/** The form as the body of POST and PATCH /upload-rules. */
export function requestOf({ name, kind, field, targets }: UploadValues): NewUploadRule {
  return {
    name: name.trim(),
    kind,
    field: kind === 'FIELD' ? field.trim() : null,
    targets: targets.map((target) => targetOf(target, kind)),
  };
}

/** What is missing in a target; null when nothing is. */
export function lackOf(target: TargetValues, kind: UploadKind): string | null {
  if (!target.listId) return 'Choose a list for every target.';
  if (kind === 'FIELD') return target.values.length > 0 ? null : 'Give each list a value.';
  if (kind === 'CUSTOM') {
    return target.selectionRuleId ? null : 'Choose a selection rule for each list.';
  }
  return target.number === '' ? 'Say how much each list takes.' : null;
}

function checkTargets(targets: TargetValues[], { kind }: UploadValues): string | null {
  const lack = targets.map((t) => lackOf(t, kind)).find((found) => found !== null);
  if (lack) return lack;
  if (new Set(targets.map((t) => t.listId)).size < targets.length) {
    return 'Each target is another list.';
  }
  const all = targets.reduce((sum, t) => sum + Number(t.number), 0);
  return kind === 'PERCENTAGE' && all > 100 ? `Together they are ${all} %; 100 is all.` : null;
}

export const CHECKS = {
  name: (name: string) => (name.trim() ? null : 'A rule needs a name.'),
  field: (field: string, { kind }: UploadValues) =>
    kind === 'FIELD' && !field.trim() ? 'Name the field or column.' : null,
  targets: checkTargets,
};

function share(target: UploadTarget, ruleName: (id: string) => string): string {
  if (target.quantity !== null) return `${count(target.quantity)} rows`;
  if (target.percentage !== null) return `${target.percentage} %`;
  if (target.values !== null) return target.values.join(', ');
  return ruleName(target.selectionRuleId ?? '');
}

/** A rule in one line. */
export function describe(
  rule: Pick<UploadRule, 'field' | 'targets'>,
  listName: (id: string) => string,
  ruleName: (id: string) => string,
): string {
  const targets = rule.targets.map((t) => `${listName(t.listId)}: ${share(t, ruleName)}`);
  return (rule.field ? `by ${rule.field}; ` : '') + targets.join('; ');
}
