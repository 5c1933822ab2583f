export interface Signed {
  statement: string;
  signature: string;
  keyId: string;
}

export interface Root {
  day: string;
  decisions: number;
  chains: number;
  root: string;
  signed: Signed;
}

export interface Problem {
  code: string;
  writer: string | null;
  seq: number | null;
  detail: string;
}

export interface Verification {
  day: string;
  state: 'OPEN' | 'VERIFIED' | 'RETIRED' | 'BROKEN';
  decisions: number;
  chains: number;
  unchained: number;
  problems: Problem[];
  root: Root | null;
}

export interface EvidenceKey {
  id: string;
  algorithm: string;
  key: string;
}
