-- What of an erased person is still to be taken out of Redis; value: the device or Client ID.
ALTER TABLE redis_outbox DROP CONSTRAINT redis_outbox_kind_check;
ALTER TABLE redis_outbox ADD CONSTRAINT redis_outbox_kind_check
  CHECK (kind IN ('ENTRY', 'RULES', 'HALT', 'FORGET_DEVICE', 'FORGET_CLIENT'));
