/** What becomes of known contacts, as the form holds it. */
export interface Choices {
  mode: string;
  keyKind: string;
  keyColumn: string;
  selectionRuleId: string | null;
  uploadRuleId: string | null;
  allowPremiumRate: boolean;
}

export const NO_CHOICES: Choices = {
  mode: 'APPEND',
  keyKind: 'CLIENT_ID',
  keyColumn: '',
  selectionRuleId: null,
  uploadRuleId: null,
  allowPremiumRate: false,
};

export const MODES = [
  { value: 'APPEND', label: 'Append' },
  { value: 'UPDATE', label: 'Append and update' },
  { value: 'REPLACE', label: 'Replace the list' },
];

export const KEYS = [
  { value: 'CLIENT_ID', label: 'Client ID' },
  { value: 'DEVICE', label: 'Device' },
  { value: 'COLUMN', label: 'Another column' },
];

export type ListKind = 'CONTACTS' | 'SUPPRESSION';

/** The choices as options of an import; what is usual is left out, and what the kind has not. */
export function optionsOf(
  choices: Choices,
  kind: ListKind = 'CONTACTS',
): Record<string, string | boolean> {
  const options: Record<string, string | boolean> = {};
  if (choices.mode !== 'APPEND') options.mode = choices.mode;
  if (choices.mode === 'UPDATE' && kind === 'CONTACTS') {
    options.key = choices.keyKind === 'COLUMN' ? choices.keyColumn.trim() : choices.keyKind;
  }
  if (choices.selectionRuleId) options.selectionRuleId = choices.selectionRuleId;
  if (choices.uploadRuleId && choices.mode === 'APPEND') {
    options.uploadRuleId = choices.uploadRuleId;
  }
  if (choices.allowPremiumRate) options.allowPremiumRate = true;
  return options;
}

/** Whether something that was chosen is still to be named. */
export function isIncomplete(choices: Choices): boolean {
  return choices.mode === 'UPDATE' && choices.keyKind === 'COLUMN' && !choices.keyColumn.trim();
}
