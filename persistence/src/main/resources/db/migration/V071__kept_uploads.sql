-- Files that were uploaded to be looked at before they are loaded; rows older than a day go.
CREATE TABLE kept_upload (
  preview_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text NOT NULL REFERENCES tenant,
  kind       text NOT NULL CHECK (kind IN ('CONTACTS', 'SUPPRESSION')),
  list_id    bigint NOT NULL,
  file_name  text NOT NULL,
  sha256     text NOT NULL,
  bytes      bigint NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX kept_upload_age ON kept_upload (created_at);
