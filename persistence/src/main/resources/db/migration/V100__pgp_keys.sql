-- A tenant's own OpenPGP keys; the private half is locked under the node's secret. The newest is the
-- current one, the others still decrypt.
CREATE TABLE pgp_key (
  key_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id   text NOT NULL REFERENCES tenant,
  fingerprint text NOT NULL,
  user_id     text NOT NULL,
  public_key  text NOT NULL,
  secret      bytea NOT NULL,
  created_at  timestamptz NOT NULL,
  UNIQUE (tenant_id, fingerprint)
);
