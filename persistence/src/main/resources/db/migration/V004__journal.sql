-- The journal and snapshot tables of akka-persistence-jdbc 5.2.1 (schema/postgres in its jar, without
-- durable_state, which nothing here uses), and the row that decides who survives a split.
CREATE TABLE event_journal (
  ordering           bigserial,
  persistence_id     varchar(255) NOT NULL,
  sequence_number    bigint NOT NULL,
  deleted            boolean NOT NULL DEFAULT false,
  writer             varchar(255) NOT NULL,
  write_timestamp    bigint,
  adapter_manifest   varchar(255),
  event_ser_id       integer NOT NULL,
  event_ser_manifest varchar(255) NOT NULL,
  event_payload      bytea NOT NULL,
  meta_ser_id        integer,
  meta_ser_manifest  varchar(255),
  meta_payload       bytea,
  PRIMARY KEY (persistence_id, sequence_number)
);
CREATE UNIQUE INDEX event_journal_ordering_idx ON event_journal (ordering);

-- Stays empty (there is no projection of the journal), but the plugin's deletes look at it.
CREATE TABLE event_tag (
  event_id bigint,
  tag      varchar(256),
  PRIMARY KEY (event_id, tag),
  CONSTRAINT fk_event_journal FOREIGN KEY (event_id) REFERENCES event_journal (ordering) ON DELETE CASCADE
);

CREATE TABLE snapshot (
  persistence_id        varchar(255) NOT NULL,
  sequence_number       bigint NOT NULL,
  created               bigint NOT NULL,
  snapshot_ser_id       integer NOT NULL,
  snapshot_ser_manifest varchar(255) NOT NULL,
  snapshot_payload      bytea NOT NULL,
  meta_ser_id           integer,
  meta_ser_manifest     varchar(255),
  meta_payload          bytea,
  PRIMARY KEY (persistence_id, sequence_number)
);

-- Leases of the split brain resolver: one row a lease, held by whoever wrote it last and is not overdue.
CREATE TABLE cluster_lease (
  name        text PRIMARY KEY,
  owner       text NOT NULL,
  version     bigint NOT NULL,              -- grows with every change of hands
  expires_at  timestamptz NOT NULL          -- by PostgreSQL's clock
);
