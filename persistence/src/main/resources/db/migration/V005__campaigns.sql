-- Campaign groups, their runs and records, and every attempt.
CREATE TABLE campaign_group (
  group_id   bigint PRIMARY KEY,            -- from campaign_group_id_seq
  tenant_id  text NOT NULL REFERENCES tenant,
  name       text NOT NULL,
  state      text NOT NULL,
  active     boolean NOT NULL,              -- RunKeeper wakes these
  run_id     bigint,
  slices     int NOT NULL,
  settings   jsonb NOT NULL,
  settings_revision bigint NOT NULL,        -- sessions read the settings again when it has grown
  pacer_epoch bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  revision   bigint NOT NULL                -- the entity's sequence number
);
CREATE SEQUENCE campaign_group_id_seq;
CREATE UNIQUE INDEX campaign_group_name ON campaign_group (tenant_id, name);
CREATE INDEX campaign_group_active ON campaign_group (group_id) WHERE active;

-- One slice of one run. epoch is the fence: a session writes only while it is its own.
CREATE TABLE dial_session (
  group_id  bigint NOT NULL,
  run_id    bigint NOT NULL,
  slice     smallint NOT NULL,
  tenant_id text NOT NULL,
  epoch     bigint NOT NULL DEFAULT 0,
  finished  boolean NOT NULL DEFAULT false, -- empty, its run over: RunKeeper lets it sleep
  PRIMARY KEY (group_id, run_id, slice)
);
CREATE INDEX dial_session_unfinished ON dial_session (group_id) WHERE NOT finished;

CREATE TABLE run (
  run_id     bigint PRIMARY KEY,            -- from run_id_seq
  group_id   bigint NOT NULL REFERENCES campaign_group,
  tenant_id  text NOT NULL,
  loaded_at  timestamptz NOT NULL,
  ended_at   timestamptz
);
CREATE SEQUENCE run_id_seq;
CREATE INDEX run_by_group ON run (group_id, run_id);

-- One device of one contact in one group. A new load moves what is unfinished to the new run.
-- state: R ready (from ready_at on), W waits for its turn in the chain, C claimed or in flight,
--        F final, S suppressed.
CREATE SEQUENCE record_id_seq CACHE 1000;
CREATE TABLE dial_record (
  tenant_id     text NOT NULL,
  group_id      bigint NOT NULL,
  record_id     bigint NOT NULL DEFAULT nextval('record_id_seq'),
  run_id        bigint NOT NULL,
  slice         smallint NOT NULL,
  list_id       bigint NOT NULL,
  contact_id    bigint NOT NULL,
  chain_n       smallint NOT NULL,
  device        text NOT NULL,
  client_id     text,
  country       text,
  region        text,                       -- state or province of the device
  zone_key      text NOT NULL,
  contact_zone  text NOT NULL DEFAULT '',
  state         "char" NOT NULL,
  zone_wait     boolean NOT NULL DEFAULT false,  -- ready_at is the opening of its zone, not a retry
  ready_at      timestamptz NOT NULL,
  attempts      smallint NOT NULL DEFAULT 0,
  retries       smallint NOT NULL DEFAULT 0,     -- of the treatment that is being followed
  treatment     smallint NOT NULL DEFAULT -1,    -- its position in the group; -1 for none
  claim_epoch   bigint,
  open_attempt  uuid,
  call_result   smallint,                        -- the last one
  last_attempt  uuid,
  PRIMARY KEY (group_id, record_id)
) PARTITION BY LIST (group_id);
CREATE UNIQUE INDEX dial_record_device ON dial_record (group_id, list_id, contact_id, chain_n);
CREATE INDEX dial_record_ready ON dial_record (group_id, run_id, slice, zone_key, ready_at) WHERE state = 'R';
CREATE INDEX dial_record_claimed ON dial_record (group_id, run_id, slice) WHERE state = 'C';

CREATE TABLE attempt (
  attempt_id    uuid PRIMARY KEY,
  tenant_id     text NOT NULL,
  group_id      bigint NOT NULL,
  run_id        bigint NOT NULL,
  record_id     bigint NOT NULL,
  list_id       bigint NOT NULL,
  contact_id    bigint NOT NULL,
  client_id     text,
  device        text NOT NULL,
  channel       text NOT NULL,
  decision_id   uuid NOT NULL,
  node          text NOT NULL,              -- the gateway's
  authorised_at timestamptz NOT NULL,
  placed_at     timestamptz,
  answered_at   timestamptz,
  ended_at      timestamptz,
  call_result   smallint,                   -- null while open
  live          boolean NOT NULL DEFAULT false,
  not_placed    boolean NOT NULL DEFAULT false   -- proven: counts for nothing
);
CREATE INDEX attempt_by_group ON attempt (tenant_id, group_id, attempt_id);
CREATE INDEX attempt_by_device ON attempt (tenant_id, device, authorised_at);
CREATE INDEX attempt_by_contact ON attempt (tenant_id, contact_id);
