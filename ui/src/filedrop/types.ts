export interface DropSource {
  id: string;
  name: string;
  kind: 'FOLDER' | 'FTP' | 'FTPS' | 'SFTP';
  url: string;
  mask: string | null;
  every: string;
  action: string;
  contactListId: string | null;
  lastRun: string | null;
  lastError: string | null;
}

export const ACTIONS = [
  { value: 'CONTACT_LIST', label: 'Create or append a contact list' },
  { value: 'SUPPRESSION_LIST', label: 'Create or append a suppression list' },
];
