-- A token of an earlier epoch is void: raised by a new password, other roles, signing out everywhere.
ALTER TABLE app_user ADD COLUMN session_epoch int NOT NULL DEFAULT 0;
CREATE INDEX app_user_by_tenant ON app_user (tenant_id, username);
CREATE INDEX api_key_by_tenant ON api_key (tenant_id, key_id);

-- Wrong passwords in a row, of existing and of invented usernames alike.
CREATE TABLE sign_in_failure (
  username text PRIMARY KEY,
  failures int NOT NULL,
  last_at  timestamptz NOT NULL
);

-- Answers to requests with an Idempotency-Key: a repeat gets the first answer. status null: running.
CREATE TABLE idempotent_reply (
  tenant_id    text NOT NULL,
  key          text NOT NULL,
  fingerprint  text NOT NULL,               -- of method, path and body
  started_at   timestamptz NOT NULL,
  status       smallint,
  content_type text,
  body         text,
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX idempotent_reply_age ON idempotent_reply (started_at);
