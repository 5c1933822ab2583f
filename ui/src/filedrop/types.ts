export type DropKind = 'FOLDER' | 'FTP' | 'FTPS' | 'SFTP';
export type AfterAction = 'LEAVE' | 'MOVE' | 'RENAME' | 'DELETE';

export interface DropSource {
  id: string;
  name: string;
  kind: DropKind;
  url: string;
  knownHosts: string | null;
  marker: string | null;
  after: { action: AfterAction; folder: string | null; suffix: string | null };
  mask: string;
  every: string;
  action: string;
  contactListId: string | null;
  lastRun: string | null;
  lastError: string | null;
  /** Files taken so far. */
  taken: number;
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

export const ACTIONS = [
  { value: 'IMPORT_CONTACTS', label: 'Create or append a contact list' },
  { value: 'IMPORT_SUPPRESSION', label: 'Create or append a suppression list' },
];

export const AFTER = [
  { value: 'LEAVE', label: 'Leave it where it is' },
  { value: 'MOVE', label: 'Move it to a folder' },
  { value: 'RENAME', label: 'Rename it' },
  { value: 'DELETE', label: 'Delete it' },
];
