-- Devices that a load left out because a custom expression of a selection rule could not be evaluated
-- for them, and why the first of them.
ALTER TABLE run
  ADD COLUMN unjudged bigint NOT NULL DEFAULT 0,
  ADD COLUMN unjudged_reason text;
