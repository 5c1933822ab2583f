-- FLUSHED: completed, and then replaced as a whole by a later import. Whoever reads contacts asks for
-- COMPLETED and so sees nothing of it from that moment on; its rows are removed in the background.
ALTER TABLE import DROP CONSTRAINT import_state_check;
ALTER TABLE import ADD CONSTRAINT import_state_check
  CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'FLUSHED'));
ALTER TABLE import ADD COLUMN swept boolean NOT NULL DEFAULT false; -- FLUSHED, and no row is left
CREATE INDEX import_to_sweep ON import (list_id) WHERE state = 'FLUSHED' AND NOT swept;
-- Contacts added singly after a replacement are another single import's.
DROP INDEX import_single;
CREATE UNIQUE INDEX import_single ON import (list_id) WHERE kind = 'SINGLE' AND state = 'COMPLETED';

-- When contacts were last flushed; claims of such a list's records look whether the contact is there.
ALTER TABLE contact_list ADD COLUMN flushed_at timestamptz;

-- Entries of a lower revision are gone, whether they are still there or not. A replacing import draws
-- its floor when it begins and gives all that it names a higher revision, as does whoever adds singly.
ALTER TABLE import ADD COLUMN floor bigint;
ALTER TABLE suppression_list ADD COLUMN floor bigint NOT NULL DEFAULT 0;
ALTER TABLE suppression_list ADD COLUMN replaced_by bigint NOT NULL DEFAULT 0; -- the last such import
ALTER TABLE suppression_list ADD COLUMN swept boolean NOT NULL DEFAULT true;   -- none of a lower revision is left
CREATE INDEX suppression_list_to_sweep ON suppression_list (list_id) WHERE NOT swept;
