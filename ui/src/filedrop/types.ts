export interface DropSource {
  id: string;
  name: string;
  kind: 'FOLDER' | 'FTP' | 'FTPS' | 'SFTP';
  url: string;
  mask: string;
  every: string;
  action: string;
  contactListId: string | null;
  lastRun: string | null;
  lastError: string | null;
  /** Files taken so far. */
  taken: number;
}

export const ACTIONS = [
  { value: 'IMPORT_CONTACTS', label: 'Create or append a contact list' },
  { value: 'IMPORT_SUPPRESSION', label: 'Create or append a suppression list' },
];
