export type DropKind = 'FOLDER' | 'FTP' | 'FTPS' | 'SFTP';
export type AfterAction = 'LEAVE' | 'MOVE' | 'RENAME' | 'DELETE';

export interface DropSource {
  id: string;
  name: string;
  kind: DropKind;
  url: string;
  username: string | null;
  hasPassword: boolean;
  hasPrivateKey: boolean;
  knownHosts: string | null;
  /** SHA-256 of the certificate that is pinned. */
  fingerprint: string | null;
  marker: string | null;
  after: { action: AfterAction; folder: string | null; suffix: string | null };
  mask: string;
  /** Null when it is looked at by its cron. */
  every: string | null;
  cron: string | null;
  timeZone: string | null;
  action: string;
  contactListId: string | null;
  suppressionListId: string | null;
  campaignGroupId: string | null;
  templateId: string | null;
  options: ImportOptions | null;
  /** Of exports. */
  export: DropExport | null;
  nextRun: string | null;
  lastRun: string | null;
  lastError: string | null;
  /** Looks in a row that failed. */
  failures: number;
  nextTry: string | null;
  /** Files taken so far. */
  taken: number;
  revision: number;
}

/** Of the imports of a source; null is as usual. */
export interface ImportOptions {
  mode: string | null;
  key: string | null;
  dedupe: string | null;
  selectionRuleId: string | null;
  uploadRuleId: string | null;
  allowPremiumRate: boolean | null;
  mappingId: string | null;
  charset: string | null;
  delimiter: string | null;
  country: string | null;
  /** One that is not kept by itself. */
  mapping?: unknown;
}

/** What of a list is written to a place. */
export interface DropExport {
  fileName: string | null;
  format: 'CSV' | 'XLSX' | null;
  columns: string | null;
  results: boolean;
  selectionRuleId: string | null;
  recipientId: string | null;
}

/** What came of looking at a source. */
export interface DropRun {
  id: string;
  startedAt: string;
  finishedAt: string;
  imports: string[];
  /** Name of the file that was written. */
  file: string | null;
  /** Contacts in it. */
  rows: number | null;
  error: string | null;
}

/** What one look saw; nothing was taken. */
export interface DropLook {
  error: string | null;
  /** Of the certificate that is not trusted. */
  fingerprint: string | null;
  /** Line of the host key that is not known. */
  knownHosts: string | null;
  matching: number;
  /** Those that match whose marker is missing. */
  waiting: number;
  others: number;
  files: { name: string; bytes: number; modified: string; waits: boolean }[];
}

export const KINDS = [
  { value: 'FTP', label: 'FTP' },
  { value: 'FTPS', label: 'FTPS' },
  { value: 'SFTP', label: 'SFTP' },
  { value: 'FOLDER', label: 'Folder' },
];

export const WHEN = [
  { value: 'ALWAYS', label: 'All the time' },
  { value: 'SCHEDULE', label: 'On a schedule' },
];

export const ACTIONS = [
  { value: 'IMPORT_CONTACTS', label: 'Load a contact list' },
  { value: 'IMPORT_SUPPRESSION', label: 'Load a suppression list' },
  { value: 'EXPORT_CONTACTS', label: 'Export a contact list' },
  { value: 'EXPORT_SUPPRESSION', label: 'Export a suppression list' },
];

/** Whether something is written to the place. */
export const isExport = (action: string) => action.startsWith('EXPORT_');

/** Whether its lists are contact lists, not suppression lists. */
export const isOfContacts = (action: string) => action.endsWith('_CONTACTS');

export const AFTER = [
  { value: 'LEAVE', label: 'Leave it where it is' },
  { value: 'MOVE', label: 'Move it to a folder' },
  { value: 'RENAME', label: 'Rename it' },
  { value: 'DELETE', label: 'Delete it' },
];
