-- What a file says of an entry: its own end beside the one of the list's retention, and the row it stood in.
ALTER TABLE suppression_entry ADD COLUMN own_till timestamptz; -- as given; without it valid_till is the retention's
ALTER TABLE suppression_entry ADD COLUMN row_no bigint;        -- of the file of import_id
-- Where the list has a retention, the end may be the retention's: then a file that names the entry renews it.
UPDATE suppression_entry e SET own_till = e.valid_till FROM suppression_list l
WHERE l.list_id = e.list_id AND l.retention = 'PERMANENT' AND e.import_id IS NULL AND e.valid_till IS NOT NULL;

-- New terms of entries that are on the list, until their import (UPDATE, REPLACE) is completed; behind
-- that, which values Redis has to be told once more.
CREATE TABLE suppression_change (
  import_id  bigint NOT NULL,
  value      text NOT NULL,
  tenant_id  text NOT NULL,
  row_no     bigint NOT NULL,
  valid_from timestamptz,
  own_till   timestamptz,
  valid_till timestamptz,
  reason     text,
  revision   bigint NOT NULL,               -- of the entry; another one is newer than the file
  PRIMARY KEY (import_id, value)
);
ALTER TABLE import ADD COLUMN changes_open boolean NOT NULL DEFAULT false; -- it has rows there
CREATE INDEX import_changes_open ON import (import_id) WHERE changes_open;
