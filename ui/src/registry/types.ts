export interface RegistryVersion {
  version: number;
  kind: 'FULL' | 'DELTA';
  state: 'LOADING' | 'READY' | 'IN_FORCE' | 'REPLACED' | 'FAILED';
  dataDate: string;
  fileName: string;
  by: string;
  lines: number;
  unreadable: number;
  numbers: number;
  error: { code: string; detail: string; remedy: string } | null;
  begunAt: string;
  inForceAt: string | null;
}

export interface Registry {
  id: string;
  name: string;
  country: string;
  maxAgeDays: number;
  inForce: RegistryVersion | null;
  latest: RegistryVersion | null;
  usableTill: string | null;
  usable: boolean;
  createdAt: string;
}
