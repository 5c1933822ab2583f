-- Which cluster is the one: formed by one node at a time, alive while its nodes say so.
CREATE TABLE cluster_incarnation (
  name        text PRIMARY KEY,
  incarnation bigint NOT NULL,
  formed_by   text NOT NULL,
  seen_at     timestamptz NOT NULL          -- by PostgreSQL's clock, from any member
);
