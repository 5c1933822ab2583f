-- Customers, their people, keys and settings. Every other table carries tenant_id as well.
CREATE TABLE tenant (
  tenant_id  text PRIMARY KEY,
  name       text NOT NULL,
  country    text NOT NULL,                 -- ISO 3166 alpha-2: of numbers without country code
  settings   jsonb NOT NULL DEFAULT '{}',
  hmac_key   bytea NOT NULL,                -- recognises a device where the device itself must not stand
  created_at timestamptz NOT NULL
);

CREATE TABLE app_user (
  username      text PRIMARY KEY,           -- unique over all tenants
  tenant_id     text NOT NULL REFERENCES tenant,
  password_hash text NOT NULL,
  roles         text[] NOT NULL,
  created_at    timestamptz NOT NULL
);

CREATE TABLE api_key (
  key_id     uuid PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  key_hash   bytea NOT NULL UNIQUE,         -- SHA-256 of a 256-bit random key
  roles      text[] NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE audit (
  audit_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL,
  at        timestamptz NOT NULL,
  actor     text NOT NULL,                  -- user or API key
  action    text NOT NULL,
  object    text NOT NULL,
  detail    jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_by_tenant ON audit (tenant_id, audit_id);
