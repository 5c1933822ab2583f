/** One version of the reference data. */
export interface ReferenceVersion {
  /** bundled: what comes with the program. */
  id: string;
  version: string;
  date: string | null;
  source: 'BUNDLED' | 'FILE' | 'HTTP';
  origin: string | null;
  bytes: number;
  numbers: number;
  postalCodes: number;
  states: number;
  countries: number;
  addedAt: string | null;
  addedBy: string | null;
  active: boolean;
  activatedAt: string | null;
}

/** Where data is fetched from, and how the last look ended. */
export interface ReferenceStanding {
  source: { url: string | null; every: string };
  lookedAt: string | null;
  nextAt: string | null;
  outcome: 'TAKEN' | 'UNCHANGED' | 'FAILED' | null;
  error: string | null;
}

/** One line of a tenant's zone map. */
export interface ZoneEntry {
  countryCode: string;
  areaCode?: string | null;
  zone: string;
}

/** How far the re-zoning of one list is. */
export interface RezoningView {
  id: string;
  listId: string;
  state: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'CANCELLED';
  contactsTotal: number;
  contacts: number;
  changed: number;
  records: number;
}
