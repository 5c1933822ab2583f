-- What is shown of large lists is counted in the background, whenever it may have changed.
ALTER TABLE suppression_list
  ADD COLUMN live         bigint NOT NULL DEFAULT 0, -- entries that hold at counted_at
  ADD COLUMN singles      bigint NOT NULL DEFAULT 0, -- entries that were not imported
  ADD COLUMN counted_at   timestamptz,
  ADD COLUMN count_millis bigint NOT NULL DEFAULT 0, -- how long it took
  ADD COLUMN next_edge    timestamptz;               -- when the next entry begins or ends

-- Only ever added to, so that nobody who suppresses waits for another.
CREATE TABLE suppression_count_wish (
  wish_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL,
  urgent  boolean NOT NULL                  -- a file was loaded; otherwise single entries
);
CREATE INDEX suppression_count_wish_list ON suppression_count_wish (list_id);
INSERT INTO suppression_count_wish (list_id, urgent)
  SELECT list_id, true FROM suppression_list WHERE deleted_at IS NULL;

-- Entries that are over are removed in the background.
CREATE INDEX suppression_entry_end ON suppression_entry (list_id, valid_till) WHERE valid_till IS NOT NULL;
