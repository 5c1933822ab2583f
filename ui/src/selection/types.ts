/** Shapes of /selection-rules, in the API's own words. */
export type FieldType =
  | 'STRING'
  | 'NUMERIC'
  | 'AREA_CODE'
  | 'COUNTRY_CODE'
  | 'TIME_ZONE'
  | 'EXCHANGE'
  | 'STATE_CODE'
  | 'LINE_TYPE'
  | 'EXPRESSION';

export interface Condition {
  field: string | null;
  type: FieldType;
  operator: string;
  value: string | null;
  values: string[] | null;
}

export interface ConditionSet {
  allOf: Condition[];
}

export interface SelectionRule {
  id: string;
  name: string;
  anyOf: ConditionSet[];
  createdAt: string;
  revision: number;
}

export type NewSelectionRule = Pick<SelectionRule, 'name' | 'anyOf'>;
