-- SPDX-License-Identifier: Apache-2.0
-- What stands still. One row for each subject and reason, so that an operator's word ends his own stop and
-- neither a guardian's pause nor the alarm of an observer.
CREATE TABLE stop (
  scope   text        NOT NULL CHECK (scope IN ('CHAIN', 'ROUTE', 'HANDLER')),
  subject text        NOT NULL,
  reason  text        NOT NULL CHECK (reason IN ('PAUSED', 'PAUSED_ON_CHAIN', 'REORG')),
  shadow  boolean     NOT NULL DEFAULT false,
  detail  text        NOT NULL,
  actor   text        NOT NULL,
  since   timestamptz NOT NULL,
  PRIMARY KEY (scope, subject, reason)
);
COMMENT ON COLUMN stop.shadow IS 'only reports what it would have held';
COMMENT ON COLUMN stop.actor IS 'who stopped it: an operator, observer or guardian';

-- Who decided what, and why. What is written stays.
CREATE TABLE audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  actor   text        NOT NULL,
  action  text        NOT NULL,
  subject text        NOT NULL,
  reason  text        NOT NULL,
  result  text        NOT NULL
);
CREATE INDEX audit_of_subject ON audit (subject, id);
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
