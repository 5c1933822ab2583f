-- How many devices of a list are in which zones and of which line type: counted in the background
-- whenever that may have changed, so that nobody who looks waits for it.
ALTER TABLE contact_list
  ADD COLUMN zone_counts jsonb,             -- all zone keys
  ADD COLUMN type_counts jsonb,             -- names of line types, EMAIL, and UNKNOWN
  ADD COLUMN counted_at  timestamptz,
  ADD COLUMN count_millis bigint;           -- how long it took

CREATE SEQUENCE list_count_wish_no;
CREATE TABLE list_count_wish (
  list_id bigint PRIMARY KEY,
  wish_no bigint NOT NULL,                  -- another one: something has changed since
  urgent  boolean NOT NULL                  -- a file was loaded; otherwise single contacts
);
INSERT INTO list_count_wish (list_id, wish_no, urgent)
  SELECT list_id, nextval('list_count_wish_no'), true FROM contact_list WHERE deleted_at IS NULL;
