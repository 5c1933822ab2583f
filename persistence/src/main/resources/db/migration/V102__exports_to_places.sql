-- What a run wrote to its place: the file's name and how many contacts are in it.
ALTER TABLE drop_run ADD COLUMN file text, ADD COLUMN rows bigint;
