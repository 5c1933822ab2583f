/** Shapes of /upload-rules, in the API's own words. */
export type UploadKind = 'QUANTITY' | 'PERCENTAGE' | 'FIELD' | 'CUSTOM';

export interface UploadTarget {
  listId: string;
  quantity: number | null;
  percentage: number | null;
  values: string[] | null;
  selectionRuleId: string | null;
}

export interface UploadRule {
  id: string;
  name: string;
  kind: UploadKind;
  field: string | null;
  targets: UploadTarget[];
  createdAt: string;
  revision: number;
}

export type NewUploadRule = Pick<UploadRule, 'name' | 'kind' | 'field' | 'targets'>;
