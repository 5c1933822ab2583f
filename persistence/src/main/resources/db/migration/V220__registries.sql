-- National do-not-call registries. A version is a file that was loaded; its numbers are blobs, which
-- nodes fetch and map: numbers of base, without those of removed, and those of added.
CREATE TABLE registry (
  registry_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id    text NOT NULL REFERENCES tenant,
  name         text NOT NULL,
  country      text NOT NULL,
  max_age_days int NOT NULL,
  created_at   timestamptz NOT NULL,
  deleted_at   timestamptz
);
CREATE UNIQUE INDEX registry_name ON registry (tenant_id, name) WHERE deleted_at IS NULL;

CREATE TABLE registry_blob (
  blob_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id   text NOT NULL,
  registry_id bigint NOT NULL REFERENCES registry,
  version     int NOT NULL,                 -- that it was made for; later ones may use it too
  bytes       bigint NOT NULL,
  sha256      text NOT NULL
);
CREATE TABLE registry_piece (
  blob_id   bigint NOT NULL REFERENCES registry_blob ON DELETE CASCADE,
  piece     int NOT NULL,
  tenant_id text NOT NULL,
  content   bytea NOT NULL,
  PRIMARY KEY (blob_id, piece)
);
ALTER TABLE registry_piece ALTER COLUMN content SET STORAGE EXTERNAL; -- random numbers compress to nothing

CREATE TABLE registry_version (
  registry_id  bigint NOT NULL REFERENCES registry,
  version      int NOT NULL,
  tenant_id    text NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('FULL', 'DELTA')),
  state        text NOT NULL CHECK (state IN ('LOADING', 'READY', 'IN_FORCE', 'REPLACED', 'FAILED')),
  data_date    date NOT NULL,
  file_name    text NOT NULL,
  actor        text NOT NULL,
  lines        bigint NOT NULL DEFAULT 0,
  unreadable   bigint NOT NULL DEFAULT 0,
  numbers      bigint NOT NULL DEFAULT 0,
  base_blob    bigint REFERENCES registry_blob,
  added_blob   bigint REFERENCES registry_blob,
  removed_blob bigint REFERENCES registry_blob,
  error        jsonb,
  loader       uuid NOT NULL,               -- the process that reads the file
  beat_at      timestamptz NOT NULL,        -- when it was last seen to live, by PostgreSQL's clock
  begun_at     timestamptz NOT NULL,
  ready_at     timestamptz,                 -- by PostgreSQL's clock
  in_force_at  timestamptz,
  PRIMARY KEY (registry_id, version)
);
CREATE UNIQUE INDEX registry_version_in_force ON registry_version (registry_id) WHERE state = 'IN_FORCE';
CREATE UNIQUE INDEX registry_version_coming ON registry_version (registry_id) WHERE state IN ('LOADING', 'READY');

-- What each node has mapped ('registry:version'): a version comes into force when all who live have it.
CREATE TABLE registry_shelf (
  node    text PRIMARY KEY,
  held    text[] NOT NULL,
  beat_at timestamptz NOT NULL
);
