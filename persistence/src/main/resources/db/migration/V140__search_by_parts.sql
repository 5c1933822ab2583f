-- Finds people by the beginning of a name, and by the line types of their phones, one part of 16,384
-- contact numbers after the other: in the order of contacts, and with one look into an index for a
-- part that holds none of them. Loads write at the end of these indexes only.
DROP INDEX contact_first_name;
CREATE INDEX contact_first_name ON contact ((contact_id / 16384), lower(first_name) text_pattern_ops)
  WHERE first_name IS NOT NULL;
DROP INDEX contact_last_name;
CREATE INDEX contact_last_name ON contact ((contact_id / 16384), lower(last_name) text_pattern_ops)
  WHERE last_name IS NOT NULL;
DROP INDEX device_line_type;
CREATE INDEX device_line_type ON device ((contact_id / 16384), line_type)
  WHERE line_type IS NOT NULL;
