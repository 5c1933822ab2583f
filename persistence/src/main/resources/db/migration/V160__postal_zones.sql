-- Zones that a contact's postal code tells, joined by |, where no zone was given. Contacts that were
-- loaded before have none until their list is re-zoned.
ALTER TABLE contact ADD COLUMN postal_zones text;

-- Imports that were under way keep their changes in tables of their own.
DO $$
DECLARE kept text;
BEGIN
  FOR kept IN SELECT c.relname FROM pg_class c
    WHERE c.relkind = 'r' AND c.relname ~ '^contact_change_[0-9]+$'
      AND c.relnamespace = current_schema()::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS postal_zones text', kept);
  END LOOP;
END $$;
