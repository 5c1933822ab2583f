-- What kind of line a device is: one letter of LineType; null for e-mail addresses, and for what was
-- loaded before this column was.
ALTER TABLE device ADD COLUMN line_type "char";

-- Imports that were under way keep their changes in tables of their own.
DO $$
DECLARE kept text;
BEGIN
  FOR kept IN SELECT c.relname FROM pg_class c
    WHERE c.relkind = 'r' AND c.relname ~ '^device_change_[0-9]+$'
      AND c.relnamespace = current_schema()::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS line_type "char"', kept);
  END LOOP;
END $$;
