-- Finds the contacts with a certain kind of line. Numbers whose plan does not tell mobiles from
-- others (B: all of North America) are left out: on a list that has them they are met at once in
-- the order of contacts, and its loads need not write another index.
CREATE INDEX device_line_type ON device (line_type, contact_id) WHERE line_type <> 'B';
