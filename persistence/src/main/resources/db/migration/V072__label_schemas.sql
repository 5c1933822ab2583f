-- What the fields of contact lists are called where people see them.
CREATE TABLE label_schema (
  label_schema_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  labels     jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  revision   bigint NOT NULL DEFAULT 0,
  UNIQUE (tenant_id, name)
);
ALTER TABLE contact_list
  ADD CONSTRAINT contact_list_label_schema FOREIGN KEY (label_schema_id) REFERENCES label_schema;
