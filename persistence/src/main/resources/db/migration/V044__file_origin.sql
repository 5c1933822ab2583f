-- What the file was when it came (kind, wrapper, charset); what is loaded may be a prepared copy.
-- Null until it has been looked at, and for imports before this: they were plain text.
ALTER TABLE import ADD COLUMN origin jsonb;
