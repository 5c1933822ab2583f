-- How kinds of files are read. An import keeps a copy of its mapping in its options.
CREATE TABLE data_mapping (
  mapping_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('CONTACTS', 'SUPPRESSION')),
  content    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  revision   bigint NOT NULL DEFAULT 0,
  UNIQUE (tenant_id, name)
);
