-- Those to whom exports are encrypted.
CREATE TABLE pgp_recipient (
  recipient_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id    text NOT NULL REFERENCES tenant,
  name         text NOT NULL,
  fingerprint  text NOT NULL,
  user_id      text NOT NULL,
  public_key   text NOT NULL,
  created_at   timestamptz NOT NULL,
  UNIQUE (tenant_id, name)
);
