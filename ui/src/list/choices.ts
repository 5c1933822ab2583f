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

/** What a mode does with the list. */
export const MODE_SAYS: Record<string, string> = {
  APPEND: 'What is on the list stays as it is; new rows come to it.',
  UPDATE: 'Rows whose key is on the list change that contact; blank cells leave it as it is.',
  REPLACE: 'When the import is completed, the list is exactly what the file holds.',
};

/** The same of suppression lists. */
export const ENTRY_MODE_SAYS: Record<string, string> = {
  APPEND: 'Entries on the list keep their windows and reasons; new rows come to them.',
  UPDATE: 'Rows replace window and reason of entries on the list; new rows come to them.',
  REPLACE: 'When the import is completed, the list is exactly what the file holds.',
};

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
