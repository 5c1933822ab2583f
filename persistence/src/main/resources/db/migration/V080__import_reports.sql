-- Duplicates and filtered rows are told like rejects and warnings, each in its own report.
ALTER TABLE import_issue ADD COLUMN report text NOT NULL DEFAULT 'REJECTS'
  CHECK (report IN ('REJECTS', 'WARNINGS', 'DUPLICATES', 'FILTERED'));
UPDATE import_issue SET report = 'WARNINGS' WHERE warning;
ALTER TABLE import_issue DROP CONSTRAINT import_issue_pkey;
ALTER TABLE import_issue DROP COLUMN warning;
ALTER TABLE import_issue ADD PRIMARY KEY (import_id, report, seq);
ALTER TABLE import_issue ALTER COLUMN report DROP DEFAULT;
