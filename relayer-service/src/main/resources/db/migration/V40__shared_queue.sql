-- SPDX-License-Identifier: Apache-2.0
-- Work waits for a chain, not for one of its keys: whichever lane is free takes it. An intent belongs to
-- a lane from the moment that lane takes it until it waits again.
ALTER TABLE intent ADD COLUMN chain text;
UPDATE intent SET chain = split_part(lane, '/', 1);
ALTER TABLE intent ALTER COLUMN chain SET NOT NULL, ALTER COLUMN lane DROP NOT NULL;
UPDATE intent SET lane = NULL WHERE state = 'READY';
ALTER TABLE intent
  DROP CONSTRAINT intent_state_check,
  ADD CONSTRAINT intent_state_check
    CHECK (state IN ('READY', 'CLAIMED', 'SENT', 'MINED', 'DONE', 'PARKED', 'TOO_LATE')),
  ADD CONSTRAINT intent_taken_has_lane CHECK (state NOT IN ('CLAIMED', 'SENT', 'MINED') OR lane IS NOT NULL),
  ADD COLUMN detail text;
COMMENT ON COLUMN intent.lane IS 'who has taken it; null while it waits for any lane of its chain';
COMMENT ON COLUMN intent.state IS 'READY to send, CLAIMED by a lane that looks at it, SENT in a transaction, MINED and waiting for finality, DONE, PARKED for a human, or TOO_LATE: its deadline has passed';
COMMENT ON COLUMN intent.detail IS 'the reason in the contract''s own words, where there are any';
DROP INDEX intent_ready;
CREATE INDEX intent_ready ON intent (chain, ready_at) WHERE state = 'READY';
CREATE INDEX intent_claimed ON intent (lane) WHERE state = 'CLAIMED';
