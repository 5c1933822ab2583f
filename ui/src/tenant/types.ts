import type { UserRole } from '../api/types';

export interface User {
  id: string;
  username: string;
  tenantId: string;
  roles: UserRole[];
  createdAt: string;
}

export interface ApiKey {
  id: string;
  name: string;
  roles: UserRole[];
  createdAt: string;
}

export interface NewApiKey extends ApiKey {
  key: string;
}

export interface Tenant {
  id: string;
  name: string;
  country: string;
  createdAt: string;
}

export interface TenantSettings {
  country: string;
  timeZone: string | null;
  callerId: string | null;
  excludedTerritories: string[];
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: Record<string, string>;
}

export const ROLES = [
  { value: 'ADMIN', label: 'Administrator: everything in this tenant' },
  { value: 'AGENT', label: "Agent: the agent's own desk" },
];

/** A key to which others encrypt the files that they send. */
export interface PgpKey {
  id: string;
  fingerprint: string;
  userId: string;
  publicKey: string;
  /** The newest one. */
  current: boolean;
  createdAt: string;
}

/** Somebody to whom exports are encrypted. */
export interface PgpRecipient {
  id: string;
  name: string;
  fingerprint: string;
  userId: string;
  publicKey: string;
  createdAt: string;
}
