-- Reference data may tell of states and of countries too.
ALTER TABLE reference_data
  ADD COLUMN states int NOT NULL DEFAULT 0,
  ADD COLUMN countries int NOT NULL DEFAULT 0;
