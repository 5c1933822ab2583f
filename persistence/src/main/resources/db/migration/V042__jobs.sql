-- Jobs: what shall be done once at a time, or again and again by cron; and how each run ended.
CREATE TABLE job (
  job_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id    text NOT NULL REFERENCES tenant,
  name         text NOT NULL,
  action       text NOT NULL,
  group_id     bigint NOT NULL,
  once_at      timestamptz,                 -- of a job that runs once
  cron         text,                        -- of a schedule, with
  time_zone    text,
  enabled      boolean NOT NULL,
  tries        int NOT NULL DEFAULT 0,      -- of the present run, that failed
  last_run     timestamptz,
  last_outcome text,
  created_at   timestamptz NOT NULL,
  CHECK ((once_at IS NULL) <> (cron IS NULL)),
  CHECK ((cron IS NULL) = (time_zone IS NULL))
);
CREATE INDEX job_by_tenant ON job (tenant_id, job_id);

CREATE TABLE job_run (
  run_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id   text NOT NULL,
  job_id      bigint NOT NULL REFERENCES job ON DELETE CASCADE,
  due_at      timestamptz NOT NULL,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  outcome     text,                         -- null while it runs
  detail      text,
  node        text NOT NULL
);
CREATE INDEX job_run_by_job ON job_run (job_id, run_id);

-- db-scheduler's own table: which node runs what when.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
