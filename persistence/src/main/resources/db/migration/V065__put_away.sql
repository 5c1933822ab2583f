-- A remote file whose content is taken, but which is still to be moved, renamed or deleted there.
ALTER TABLE seen_file ADD COLUMN to_put_away boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN drop_source.credentials IS 'encrypted: user name, password, private key, passphrase';
