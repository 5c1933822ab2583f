-- What a tenant has laid down: rises with every change of a rule, of a suppression list's terms or
-- of the tenant's default zone. A check names the version it used.
CREATE TABLE rule_set (
  tenant_id text PRIMARY KEY,
  version   bigint NOT NULL
);

CREATE TABLE compliance_rule (
  rule_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  version    int NOT NULL,
  spec       jsonb NOT NULL,                -- as the API shows it, without id and version
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX compliance_rule_name ON compliance_rule (tenant_id, name) WHERE deleted_at IS NULL;

-- Every version a decision may name.
CREATE TABLE compliance_rule_version (
  rule_id   bigint NOT NULL,
  version   int NOT NULL,
  tenant_id text NOT NULL,
  spec      jsonb NOT NULL,
  actor     text NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (rule_id, version)
);

-- Every answer of the pool to an attempt that somebody wanted to make. The device stands here only
-- as an HMAC with the tenant's key.
CREATE TABLE decision (
  decision_id  uuid PRIMARY KEY,
  tenant_id    text NOT NULL,
  at           timestamptz NOT NULL,
  attempt_id   uuid NOT NULL,
  group_id     bigint,
  channel      text NOT NULL,
  device_hmac  bytea NOT NULL,
  allowed      boolean NOT NULL,
  uncertain    boolean NOT NULL,
  rule_set     bigint NOT NULL,
  rule_id      text,
  rule_type    text,
  rule_version int,
  reason       text,
  call_result  smallint,
  allowed_from timestamptz
);
CREATE INDEX decision_by_attempt ON decision (tenant_id, attempt_id);
CREATE INDEX decision_by_device ON decision (tenant_id, device_hmac, decision_id);

-- Which Redis the checks believe: the one of this run id that carries this epoch.
CREATE TABLE redis_epoch (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch      uuid NOT NULL,
  run_id     text NOT NULL,
  ready      boolean NOT NULL,              -- false while it is being filled
  changed_at timestamptz NOT NULL
);

-- What is committed here and may not stand in Redis yet; the row goes when it does.
CREATE TABLE redis_outbox (
  outbox_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('ENTRY', 'RULES', 'HALT')),
  list_id    bigint,
  value      text,
  revision   bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX redis_outbox_rules ON redis_outbox (tenant_id) WHERE kind = 'RULES';

-- scope: a tenant's id, or * for all of them.
CREATE TABLE halt (
  scope     text PRIMARY KEY,
  halted    boolean NOT NULL,
  reason    text NOT NULL,
  actor     text NOT NULL,
  at        timestamptz NOT NULL,
  revision  bigint NOT NULL
);

-- Attempts an external OCS was allowed; they count until its history says what became of them, or
-- for ten minutes.
CREATE TABLE ocs_reservation (
  tenant_id   text NOT NULL,
  attempt_id  uuid NOT NULL,                -- made from GSW_CALL_ATTEMPT_GUID
  device      text NOT NULL,
  client_id   text,
  channel     text NOT NULL,
  reserved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, attempt_id, device)
);
CREATE INDEX ocs_reservation_by_time ON ocs_reservation (reserved_at);

-- Rebuilding the counters reads the last month by time.
CREATE INDEX attempt_by_time ON attempt USING brin (authorised_at);

-- A changed default zone changes what is allowed; whoever changes it need not know of rules.
CREATE FUNCTION default_zone_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rule_set (tenant_id, version) VALUES (NEW.tenant_id, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = rule_set.version + 1;
  INSERT INTO redis_outbox (tenant_id, kind, revision)
    SELECT tenant_id, 'RULES', version FROM rule_set WHERE tenant_id = NEW.tenant_id;
  RETURN NEW;
END $$;
CREATE TRIGGER default_zone_changed AFTER UPDATE OF settings, country ON tenant
  FOR EACH ROW WHEN (OLD.settings IS DISTINCT FROM NEW.settings OR OLD.country IS DISTINCT FROM NEW.country)
  EXECUTE FUNCTION default_zone_changed();
