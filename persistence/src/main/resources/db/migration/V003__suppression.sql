-- Who must not be contacted. PostgreSQL is the truth; Redis serves the check.
CREATE TABLE suppression_list (
  list_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  type       text NOT NULL CHECK (type IN ('DEVICE', 'CLIENT_ID')),
  channels   text[] NOT NULL,
  required   boolean NOT NULL,
  retention  text NOT NULL,                 -- PERMANENT or an ISO-8601 period
  expires    timestamptz,
  country    text,
  built_in   text,                          -- OPT_OUT: the tenant's own; made on demand
  created_at timestamptz NOT NULL,
  deleted_at timestamptz,
  revision   bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX suppression_list_name ON suppression_list (tenant_id, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX suppression_list_built_in ON suppression_list (tenant_id, built_in) WHERE deleted_at IS NULL AND built_in IS NOT NULL;

-- Orders what is said of one value, so that Redis takes only what is newer. Drawn under a lock on
-- the list: shared for adding, exclusive for removing (pg_advisory_xact_lock(3, list_id)).
CREATE SEQUENCE suppression_revision_seq CACHE 1;

CREATE TABLE suppression_entry (
  list_id    bigint NOT NULL REFERENCES suppression_list,
  value      text NOT NULL,                 -- E.164, e-mail address or Client ID
  tenant_id  text NOT NULL,
  valid_from timestamptz,
  valid_till timestamptz,                   -- of the entry or by the list's retention, the earlier
  reason     text,
  import_id  bigint,                        -- counts only when that import is COMPLETED
  widened    boolean NOT NULL DEFAULT false, -- had a narrower window before import_id: counts at once
  revision   bigint NOT NULL DEFAULT nextval('suppression_revision_seq'),
  PRIMARY KEY (list_id, value)
);
