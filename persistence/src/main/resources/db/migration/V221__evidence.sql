-- Evidence: decisions are kept as they were made. Rows of one writer (a process) for one tenant and
-- day are a chain: each row's hash covers its content and the hash before. Nobody changes them;
-- what is too old goes by whole partitions.
ALTER TABLE decision RENAME TO decision_before;
ALTER INDEX decision_pkey RENAME TO decision_before_pkey;
DROP INDEX decision_by_attempt, decision_by_device;

CREATE TABLE decision (
  decision_id  uuid NOT NULL,
  tenant_id    text NOT NULL,
  day          date NOT NULL,               -- of at, UTC
  writer       uuid,                        -- null: from before there were chains
  seq          bigint,                      -- 1 for the first of the chain
  hash         bytea,
  at           timestamptz NOT NULL,
  attempt_id   uuid,                        -- null: many attempts, none of which could be checked
  group_id     bigint,
  channel      text NOT NULL,
  device_hmac  bytea,
  allowed      boolean NOT NULL,
  uncertain    boolean NOT NULL,
  times        int NOT NULL DEFAULT 1,
  until        timestamptz,                 -- of many: when the last was asked for
  rule_set     bigint NOT NULL,
  rule_id      text,
  rule_type    text,
  rule_version int,
  reason       text,
  call_result  smallint,
  allowed_from timestamptz,
  inputs       text,                        -- JSON, kept as it was written
  PRIMARY KEY (decision_id, day)
) PARTITION BY RANGE (day);
CREATE INDEX decision_by_attempt ON decision (tenant_id, attempt_id);
CREATE INDEX decision_by_device ON decision (tenant_id, device_hmac, decision_id);
CREATE UNIQUE INDEX decision_chain ON decision (tenant_id, day, writer, seq);
-- Why records of a group wait.
CREATE INDEX decision_held ON decision (tenant_id, group_id, allowed_from) WHERE allowed_from IS NOT NULL;

-- Nothing of an own is ever changed or removed. Retention drops partitions.
CREATE FUNCTION evidence_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evidence is append-only: % of % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION evidence_stays();
CREATE TRIGGER evidence_stays_whole BEFORE TRUNCATE ON decision
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_stays();

-- One partition a month. Namespace 221 of advisory locks: one at a time (key 0 is no day).
CREATE FUNCTION decision_month(wanted date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first date := date_trunc('month', wanted)::date;
  name text := 'decision_' || to_char(first, 'YYYYMM');
BEGIN
  IF to_regclass(name) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(221, 0);
  IF to_regclass(name) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF decision FOR VALUES FROM (%L) TO (%L)',
      name, first, (first + interval '1 month')::date);
    EXECUTE format('CREATE TRIGGER evidence_stays_whole BEFORE TRUNCATE ON %I'
      ' FOR EACH STATEMENT EXECUTE FUNCTION evidence_stays()', name);
  END IF;
END $$;

SELECT decision_month(d) FROM (
  SELECT DISTINCT (at AT TIME ZONE 'UTC')::date AS d FROM decision_before
  UNION SELECT (now() AT TIME ZONE 'UTC')::date
  UNION SELECT ((now() AT TIME ZONE 'UTC') + interval '1 month')::date) days;
INSERT INTO decision (decision_id, tenant_id, day, at, attempt_id, group_id, channel, device_hmac,
    allowed, uncertain, rule_set, rule_id, rule_type, rule_version, reason, call_result, allowed_from)
  SELECT decision_id, tenant_id, (at AT TIME ZONE 'UTC')::date, at, attempt_id, group_id, channel,
    device_hmac, allowed, uncertain, rule_set, rule_id, rule_type, rule_version, reason, call_result,
    allowed_from
  FROM decision_before;
DROP TABLE decision_before;
-- Rows without a chain can only be from before.
DO $$ BEGIN
  EXECUTE format('ALTER TABLE decision ADD CONSTRAINT decision_chained'
    ' CHECK (writer IS NOT NULL AND seq IS NOT NULL AND hash IS NOT NULL OR day <= %L)',
    (now() AT TIME ZONE 'UTC')::date);
END $$;

-- How long each chain is and its last hash, so that a cut or missing chain is seen.
CREATE TABLE evidence_chain (
  tenant_id text NOT NULL,
  day       date NOT NULL,
  writer    uuid NOT NULL,
  length    bigint NOT NULL,
  head      bytea NOT NULL,
  PRIMARY KEY (tenant_id, day, writer)
);

-- A closed day: what all its chains came to, signed.
CREATE TABLE evidence_root (
  tenant_id text NOT NULL,
  day       date NOT NULL,
  statement text NOT NULL,                  -- JSON, signed as it stands here
  signature bytea NOT NULL,
  key_id    text NOT NULL,
  PRIMARY KEY (tenant_id, day)
);
CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON evidence_root
  FOR EACH ROW EXECUTE FUNCTION evidence_stays();
CREATE TRIGGER evidence_stays_whole BEFORE TRUNCATE ON evidence_root
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_stays();

-- Chains only grow, and only while their day is open. Who closes it takes the lock alone.
CREATE FUNCTION evidence_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(221, (NEW.day - DATE '2000-01-01'));
  IF EXISTS (SELECT FROM evidence_root WHERE tenant_id = NEW.tenant_id AND day = NEW.day) THEN
    RAISE EXCEPTION 'evidence of % is closed', NEW.day USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.length <= OLD.length OR
      (NEW.tenant_id, NEW.day, NEW.writer) IS DISTINCT FROM (OLD.tenant_id, OLD.day, OLD.writer)) THEN
    RAISE EXCEPTION 'a chain of evidence only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_grows BEFORE INSERT OR UPDATE ON evidence_chain
  FOR EACH ROW EXECUTE FUNCTION evidence_grows();
CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence_chain
  FOR EACH ROW EXECUTE FUNCTION evidence_stays();
CREATE TRIGGER evidence_stays_whole BEFORE TRUNCATE ON evidence_chain
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_stays();

-- The installation's key that signs; the private half under BECKON_SECRET.
CREATE TABLE evidence_key (
  key_id     text PRIMARY KEY,              -- of the public half: SHA-256, first 16 hex digits
  public_key bytea NOT NULL,                -- X.509
  secret     bytea NOT NULL,
  created_at timestamptz NOT NULL
);

-- Months whose rows were dropped because they were kept long enough.
CREATE TABLE evidence_retired (
  month      date PRIMARY KEY,
  retired_at timestamptz NOT NULL
);
