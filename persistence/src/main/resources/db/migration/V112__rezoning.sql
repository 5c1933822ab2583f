-- Zones of a list's devices found out anew, in batches. after_contact says how far it is.
CREATE TABLE rezoning (
  rezoning_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id     text NOT NULL REFERENCES tenant,
  list_id       bigint NOT NULL,
  state         text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
  devices_done  boolean NOT NULL DEFAULT false, -- records of groups are gone over once more
  after_contact bigint NOT NULL DEFAULT 0,
  contacts      bigint NOT NULL DEFAULT 0,
  devices       bigint NOT NULL DEFAULT 0,
  changed       bigint NOT NULL DEFAULT 0,  -- devices
  records       bigint NOT NULL DEFAULT 0,  -- of campaign groups, that followed
  asked_by      text NOT NULL,
  created_at    timestamptz NOT NULL,
  started_at    timestamptz,
  finished_at   timestamptz
);
CREATE INDEX rezoning_by_list ON rezoning (tenant_id, list_id, rezoning_id);
CREATE INDEX rezoning_open ON rezoning (rezoning_id) WHERE state IN ('QUEUED', 'RUNNING');
-- One that has not begun is as good as another.
CREATE UNIQUE INDEX rezoning_queued ON rezoning (list_id) WHERE state = 'QUEUED';
