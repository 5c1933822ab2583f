CREATE TABLE selection_rule (
  rule_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  rule       jsonb NOT NULL,                -- name and anyOf
  created_at timestamptz NOT NULL,
  revision   bigint NOT NULL DEFAULT 0,
  UNIQUE (tenant_id, name)
);
ALTER TABLE import ADD COLUMN selection jsonb; -- the rule as it was when the import was asked for
