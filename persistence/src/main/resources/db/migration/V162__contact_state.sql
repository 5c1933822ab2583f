-- The state of a record's person as the list has it, in the country of the device: the rules of every
-- state an attempt may be in count. Records that were loaded before get it when their list is re-zoned.
ALTER TABLE dial_record ADD COLUMN contact_state text;
