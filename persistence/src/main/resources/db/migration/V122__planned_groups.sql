-- What is to be done once an import is completed: a new group of this template is started then.
ALTER TABLE import ADD COLUMN then_template bigint;

-- Campaign groups that are made when the job that starts them runs.
CREATE TABLE planned_group (
  group_id    bigint PRIMARY KEY,            -- from campaign_group_id_seq
  tenant_id   text NOT NULL REFERENCES tenant,
  template_id bigint NOT NULL,
  list_id     bigint NOT NULL,
  import_id   bigint NOT NULL,
  planned_at  timestamptz NOT NULL
);
