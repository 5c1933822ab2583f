-- When the staged file, and when the reports of rejects and warnings, of an import were removed.
ALTER TABLE import ADD COLUMN file_gone_at timestamptz;
ALTER TABLE import ADD COLUMN reports_gone_at timestamptz;
CREATE INDEX import_kept ON import (finished_at)
  WHERE kind <> 'SINGLE' AND (file_gone_at IS NULL OR reports_gone_at IS NULL);
CREATE INDEX import_by_file ON import (tenant_id, sha256) WHERE file_gone_at IS NULL;
