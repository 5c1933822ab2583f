-- Whom to forget: the HMAC, with the tenant's key, of each device and Client ID of a person who was
-- erased. They are not taken from a file again, and not contacted.
CREATE TABLE erased (
  tenant_id text NOT NULL REFERENCES tenant,
  mark      text NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, mark)
);
CREATE INDEX erased_latest ON erased (tenant_id, erased_at);
