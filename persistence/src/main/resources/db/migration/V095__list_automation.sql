-- Watched places that are looked at by a schedule or when somebody asks, and how their runs ended.
ALTER TABLE drop_source
  ADD COLUMN ran_at timestamptz NOT NULL DEFAULT now(),  -- moments of the schedule after it count
  ADD COLUMN asked_at timestamptz;                       -- a wish that no run has answered yet

CREATE TABLE drop_run (
  run_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_id   bigint NOT NULL REFERENCES drop_source ON DELETE CASCADE,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  imports     bigint[] NOT NULL,
  error       text
);
CREATE INDEX drop_run_by_source ON drop_run (source_id, run_id);

-- What is to be done once an import is completed: the group that is started then.
ALTER TABLE import ADD COLUMN then_start bigint;
