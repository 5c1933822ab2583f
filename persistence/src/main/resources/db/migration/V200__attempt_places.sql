-- Where an attempt went (US-NY), as it was known when it was authorised: rules may count only those
-- that went somewhere. Null: not known.
ALTER TABLE attempt ADD COLUMN place text;
