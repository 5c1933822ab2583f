-- A record whose device left its list: never dialled again, final as soon as nobody holds it.
ALTER TABLE dial_record ADD COLUMN gone boolean NOT NULL DEFAULT false;

-- Contacts taken off the list since they were accepted; what it holds is the difference.
ALTER TABLE contact_list ADD COLUMN removed bigint NOT NULL DEFAULT 0;

-- Finds people by the beginning of a name.
CREATE INDEX contact_first_name ON contact (lower(first_name) text_pattern_ops)
  WHERE first_name IS NOT NULL;
CREATE INDEX contact_last_name ON contact (lower(last_name) text_pattern_ops)
  WHERE last_name IS NOT NULL;
