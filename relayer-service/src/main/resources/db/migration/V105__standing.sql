-- SPDX-License-Identifier: Apache-2.0
-- How many messages stand where. Counting the rows would cost more with every message there ever was, so each
-- statement leaves what it changed, and the courier sums that up from time to time: a reader adds up a few rows.
-- They add up by construction: KNOWN is what came, the other stages are where it is.
CREATE TABLE message_standing (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stage    text   NOT NULL,
  reason   text   NOT NULL,
  messages bigint NOT NULL
);
COMMENT ON COLUMN message_standing.stage IS 'a stage; HEARD_OF without one, ARCHIVED of the archive, KNOWN of all';
COMMENT ON COLUMN message_standing.reason IS 'why it waits; empty where it does not say';
COMMENT ON COLUMN message_standing.messages IS 'how many more, or fewer';

CREATE FUNCTION message_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO message_standing (stage, reason, messages)
  SELECT coalesce(stage, 'HEARD_OF'), coalesce(reason, ''), count(*) FROM changed GROUP BY 1, 2
  UNION ALL
  SELECT 'KNOWN', '', count(*) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;

CREATE FUNCTION message_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO message_standing (stage, reason, messages)
  SELECT coalesce(stage, 'HEARD_OF'), coalesce(reason, ''), sum(messages)
    FROM (SELECT stage, reason, 1 AS messages FROM changed
          UNION ALL
          SELECT stage, reason, -1 FROM before) AS moved
   GROUP BY 1, 2 HAVING sum(messages) <> 0;
  RETURN NULL;
END $$;

CREATE FUNCTION message_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO message_standing (stage, reason, messages)
  SELECT coalesce(stage, 'HEARD_OF'), coalesce(reason, ''), -count(*) FROM before GROUP BY 1, 2;
  RETURN NULL;
END $$;

CREATE FUNCTION message_archived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO message_standing (stage, reason, messages)
  SELECT 'ARCHIVED', '', count(*) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;

-- What is brought back comes a second time, and was known.
CREATE FUNCTION message_brought_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO message_standing (stage, reason, messages)
  SELECT stage, '', -count(*) FROM before, (VALUES ('ARCHIVED'), ('KNOWN')) AS of(stage) GROUP BY stage;
  RETURN NULL;
END $$;

CREATE TRIGGER message_came AFTER INSERT ON message
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION message_came();
CREATE TRIGGER message_moved AFTER UPDATE ON message
  REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION message_moved();
CREATE TRIGGER message_left AFTER DELETE ON message
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION message_left();
CREATE TRIGGER message_archived AFTER INSERT ON archive
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION message_archived();
CREATE TRIGGER message_brought_back AFTER DELETE ON archive
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION message_brought_back();

-- What there is already; the triggers' locks keep both tables as they are until this is written.
INSERT INTO message_standing (stage, reason, messages)
SELECT coalesce(stage, 'HEARD_OF'), coalesce(reason, ''), count(*) FROM message GROUP BY 1, 2
UNION ALL
SELECT 'ARCHIVED', '', count(*) FROM archive HAVING count(*) > 0
UNION ALL
SELECT 'KNOWN', '', (SELECT count(*) FROM message) + (SELECT count(*) FROM archive);
