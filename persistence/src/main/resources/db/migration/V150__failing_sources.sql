-- A drop source whose looks fail, and which of its settings are meant.
ALTER TABLE drop_source
  ADD COLUMN failures integer NOT NULL DEFAULT 0,   -- in a row
  ADD COLUMN next_try timestamptz,                  -- null: the last look did not fail
  ADD COLUMN revision bigint NOT NULL DEFAULT 0;    -- of its settings
