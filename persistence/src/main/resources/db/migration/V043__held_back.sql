-- What /why asks: the denials of a group that end at a moment still to come.
CREATE INDEX decision_holds ON decision (tenant_id, group_id, allowed_from)
  WHERE NOT allowed AND allowed_from IS NOT NULL;
