-- Bytes while a file is prepared, entries in force while a suppression list is finished.
ALTER TABLE import ADD COLUMN phase_done bigint NOT NULL DEFAULT 0;
