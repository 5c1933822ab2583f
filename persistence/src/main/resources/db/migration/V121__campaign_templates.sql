CREATE TABLE campaign_template (
  template_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id   text NOT NULL REFERENCES tenant,
  name        text NOT NULL,
  settings    jsonb NOT NULL,
  created_at  timestamptz NOT NULL,
  revision    bigint NOT NULL DEFAULT 0,
  UNIQUE (tenant_id, name)
);
