CREATE TABLE upload_rule (
  rule_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  rule       jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  revision   bigint NOT NULL DEFAULT 0,
  UNIQUE (tenant_id, name)
);
-- An import that is split over several lists has one import of kind PART for each of the others. What
-- goes there is the part's; it becomes final with its parent, and is never shown.
ALTER TABLE import DROP CONSTRAINT import_kind_check;
ALTER TABLE import ADD CONSTRAINT import_kind_check
  CHECK (kind IN ('CONTACTS', 'SUPPRESSION', 'SINGLE', 'PART'));
ALTER TABLE import ADD COLUMN parent_id bigint;
ALTER TABLE import ADD COLUMN split jsonb;                           -- the rule as it was, with its parts
ALTER TABLE import ADD COLUMN elsewhere bigint NOT NULL DEFAULT 0;   -- of accepted, what its parts took
CREATE INDEX import_parts ON import (parent_id) WHERE parent_id IS NOT NULL;
