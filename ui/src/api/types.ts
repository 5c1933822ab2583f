/** Shapes of the REST API, in its own words. */
export type Channel = 'VOICE' | 'SMS' | 'EMAIL';
export type UserRole = 'ADMIN' | 'AGENT';

export interface Session {
  username: string;
  tenantId: string;
  roles: UserRole[];
  /** Looks after the whole installation, its tenants included. */
  operator: boolean;
}

export interface ContactList {
  id: string;
  name: string;
  country: string | null;
  timeZone: string | null;
  labelSchemaId: string | null;
  callerId: string | null;
  contacts: number;
  /** Devices by their candidate zones, most first; where lists are listed the first eight. */
  zones: Record<string, number>;
  otherZones: number;
  lineTypes: Record<string, number>;
  /** null: not counted yet. */
  countedAt: string | null;
  openImports: number;
  /** It holds contacts that came encrypted. */
  secured: boolean;
  createdAt: string;
}

export type ImportState = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

export interface Import {
  id: string;
  state: ImportState;
  kind: 'CONTACTS' | 'SUPPRESSION';
  listId: string;
  fileName: string;
  rowsRead: number;
  accepted: number;
  updated: number;
  duplicates: number;
  filtered: number;
  rejected: number;
  warnings: number;
  bytesRead: number;
  bytesTotal: number;
  rowsPerSecond: number | null;
  phase: 'PREPARING' | 'LOADING' | 'FINISHING' | null;
  phaseDone: number;
  charset: string | null;
  format: 'CSV' | 'XLSX' | 'XLS' | null;
  wrapper: 'GZIP' | 'ZIP' | 'PGP' | null;
  startedAt: string | null;
  finishedAt: string | null;
  error: { code: string; detail: string; remedy: string } | null;
}

export interface ListContact {
  id: string;
  clientId?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  timeZone?: string | null;
  postalCode?: string | null;
  state?: string | null;
  country?: string | null;
  zones?: string[];
  devices: { value: string; zones?: string[] | null; lineType?: string | null }[];
  other?: Record<string, string> | null;
  revision: number;
}

export interface SuppressionList {
  id: string;
  name: string;
  type: 'DEVICE' | 'CLIENT_ID';
  channels: Channel[];
  required: boolean;
  retention: string;
  expires: string | null;
  country: string | null;
  /** Lines of everything that was put in. */
  size: number;
  /** Those that hold at `countedAt`; a large list is counted in the background. */
  entries: number;
  countedAt: string;
  /** A file of it came encrypted. */
  secured: boolean;
  createdAt: string;
}

export interface SuppressionEntry {
  value: string;
  from: string | null;
  till: string | null;
  reason: string | null;
}

export interface Attempt {
  id: string;
  device: string;
  clientId: string | null;
  contactId: string;
  listId: string;
  channel: Channel;
  recordId: string;
  groupId: string;
  runId: string;
  authorisedAt: string;
  placedAt: string | null;
  endedAt: string | null;
  callResult: string | null;
  node: string;
  decisionId: string;
}

export interface RuleRef {
  id: string;
  type: string;
  version: number;
}

export interface CheckResult {
  allowed: boolean;
  rule: RuleRef | null;
  reason: string | null;
  callResult: string | null;
  allowedFrom: string | null;
  trace: { rule: RuleRef; saw: string; outcome: 'ALLOWED' | 'DENIED' | 'NOT_APPLICABLE' }[];
}

export interface Halt {
  halted: boolean;
  /** This and what follows are null while nothing is halted. */
  scope: 'TENANT' | 'CLUSTER' | null;
  reason: string | null;
  by: string | null;
  since: string | null;
}
