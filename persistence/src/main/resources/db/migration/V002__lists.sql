-- Contact lists. contact and device are partitioned by list: a list opens, pages and goes at once.
CREATE TABLE contact_list (
  list_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id       text NOT NULL REFERENCES tenant,
  name            text NOT NULL,
  country         text,                     -- null: the tenant's
  time_zone       text,                     -- of devices whose zone nothing tells
  label_schema_id bigint,
  caller_id       text,
  created_at      timestamptz NOT NULL,
  deleted_at      timestamptz,
  revision        bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX contact_list_name ON contact_list (tenant_id, name) WHERE deleted_at IS NULL;

-- One import of one file, into a contact list or a suppression list. A list has at most one import
-- of kind SINGLE, always COMPLETED and never shown: contacts that were added one by one are its.
CREATE TABLE import (
  import_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id    text NOT NULL REFERENCES tenant,
  kind         text NOT NULL CHECK (kind IN ('CONTACTS', 'SUPPRESSION', 'SINGLE')),
  list_id      bigint NOT NULL,
  state        text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  file_name    text NOT NULL,
  sha256       text NOT NULL,
  options      jsonb NOT NULL,              -- as asked for, with the country that holds
  source       text,                        -- the watched place it came from
  idempotency_key text,
  format       jsonb,                       -- charset, byte order mark, delimiter: as seen once
  rows_read    bigint NOT NULL DEFAULT 0,
  accepted     bigint NOT NULL DEFAULT 0,
  updated      bigint NOT NULL DEFAULT 0,
  duplicates   bigint NOT NULL DEFAULT 0,
  filtered     bigint NOT NULL DEFAULT 0,
  rejected     bigint NOT NULL DEFAULT 0,
  warnings     bigint NOT NULL DEFAULT 0,
  bytes_total  bigint NOT NULL,
  next_offset  bigint NOT NULL DEFAULT 0,   -- bytes of the staged file behind the last loaded chunk
  next_line    bigint NOT NULL DEFAULT 1,
  loaded       boolean NOT NULL DEFAULT false, -- all rows are in; it can only complete from here on
  epoch        bigint NOT NULL DEFAULT 0,   -- of the loader that may write; the fence
  heard_at     timestamptz NOT NULL,        -- the loader's last sign of life, by the database's clock
  error        jsonb,
  created_at   timestamptz NOT NULL,
  started_at   timestamptz,
  finished_at  timestamptz
);
CREATE INDEX import_by_list ON import (tenant_id, kind, list_id, import_id);
CREATE INDEX import_open ON import (import_id) WHERE state IN ('QUEUED', 'RUNNING');
CREATE UNIQUE INDEX import_idempotent ON import (tenant_id, kind, list_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX import_single ON import (list_id) WHERE kind = 'SINGLE';

-- Rejected rows and warnings, one line each; code and reason, never the row's content. Without a
-- foreign key: it would cost a look-up a row; whoever deletes an import deletes these as well.
CREATE TABLE import_issue (
  import_id bigint NOT NULL,
  seq       bigint NOT NULL,                -- row_no * 100 + n
  warning   boolean NOT NULL,
  row_no    bigint NOT NULL,
  line_no   bigint NOT NULL,
  column_name text,
  code      text NOT NULL,
  reason    text NOT NULL,
  PRIMARY KEY (import_id, warning, seq)
);

CREATE SEQUENCE contact_id_seq INCREMENT BY 1000;

-- A row is seen only when its import is COMPLETED: whoever reads joins
-- import USING (import_id) WHERE import.state = 'COMPLETED', whatever its kind.
CREATE TABLE contact (
  tenant_id   text NOT NULL,
  list_id     bigint NOT NULL,
  contact_id  bigint NOT NULL,
  import_id   bigint NOT NULL,
  row_no      bigint NOT NULL,
  client_id   text,
  first_name  text,
  last_name   text,
  company     text,
  time_zone   text,                         -- IANA, as given
  postal_code text,
  state       text,
  country     text,
  other       jsonb,                        -- every other column under its name
  PRIMARY KEY (list_id, contact_id)
) PARTITION BY LIST (list_id);
-- Finds a person by the customer's own id, and duplicates by it.
CREATE INDEX contact_client ON contact (client_id) WHERE client_id IS NOT NULL;

CREATE TABLE device (
  tenant_id  text NOT NULL,
  list_id    bigint NOT NULL,
  contact_id bigint NOT NULL,
  chain_n    smallint NOT NULL,             -- 0 to 9, the order of trying
  import_id  bigint NOT NULL,
  value      text NOT NULL,                 -- E.164 or an e-mail address
  country    text,
  state      text,
  zone_key   text NOT NULL,                 -- candidate zones, sorted, joined by |; '' when unknown
  PRIMARY KEY (list_id, contact_id, chain_n)
) PARTITION BY LIST (list_id);
-- Finds duplicates within a list, and a person by number. Not unique: dedupe NONE keeps doubles.
CREATE INDEX device_value ON device (value);

-- What was taken from watched places, so that the same content is not taken twice.
CREATE TABLE taken_file (
  tenant_id text NOT NULL,
  source    text NOT NULL,                  -- id of the drop source; contacts or suppression: built in
  sha256    text NOT NULL,
  file_name text NOT NULL,
  import_id bigint,
  taken_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, source, sha256)
);

-- Remote files that were read already, so that they are not fetched again at every look.
CREATE TABLE seen_file (
  tenant_id   text NOT NULL,
  source      text NOT NULL,
  path        text NOT NULL,
  bytes       bigint NOT NULL,
  modified_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, source, path)
);

CREATE TABLE drop_source (
  source_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenant,
  name      text NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('FOLDER', 'FTP', 'FTPS', 'SFTP')),
  url       text NOT NULL,
  settings  jsonb NOT NULL,                 -- mask, every, action, list
  credentials bytea,                        -- encrypted
  last_run  timestamptz,
  last_error text,
  created_at timestamptz NOT NULL,
  UNIQUE (tenant_id, name)
);
