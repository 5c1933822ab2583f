-- Reference data: what is known of numbers and postal codes. Versions are kept; the last activation holds.
CREATE TABLE reference_data (
  data_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version      text NOT NULL,               -- as the data calls itself
  data_date    date NOT NULL,
  source       text NOT NULL CHECK (source IN ('FILE', 'HTTP')),
  origin       text NOT NULL,               -- name of the file, or address
  sha256       text NOT NULL UNIQUE,
  bytes        bigint NOT NULL,
  numbers      int NOT NULL,
  postal_codes int NOT NULL,
  content      bytea NOT NULL,              -- the file, gzipped
  added_at     timestamptz NOT NULL,
  added_by     text
);
ALTER TABLE reference_data ALTER COLUMN content SET STORAGE EXTERNAL; -- it is compressed already

CREATE TABLE reference_activation (
  activation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  data_id       bigint REFERENCES reference_data, -- null: what comes with the program
  activated_at  timestamptz NOT NULL,
  activated_by  text NOT NULL
);

-- Where the data is fetched from; one row.
CREATE TABLE reference_source (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  url           text,
  every_seconds bigint NOT NULL,
  etag          text,                       -- of what was taken last
  last_modified text,
  looked_at     timestamptz,
  next_at       timestamptz,
  outcome       text,
  error         text,
  revision      bigint NOT NULL DEFAULT 0
);
INSERT INTO reference_source (every_seconds) VALUES (86400);

-- A tenant's own zones of numbers.
CREATE SEQUENCE zone_map_revision;
CREATE TABLE zone_map (
  tenant_id text PRIMARY KEY REFERENCES tenant,
  entries   jsonb NOT NULL,
  revision  bigint NOT NULL                 -- from zone_map_revision
);
