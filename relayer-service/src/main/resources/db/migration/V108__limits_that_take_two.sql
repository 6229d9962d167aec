-- SPDX-License-Identifier: Apache-2.0
-- What takes two operators is changed and dropped by two.
ALTER TABLE approval ADD COLUMN policy bigint;
ALTER TABLE approval ADD COLUMN amount numeric(78,0) CHECK (amount > 0);
ALTER TABLE approval DROP CONSTRAINT approval_action_check;
-- allowed: requests for approval are few, so it looks through them in a moment.
ALTER TABLE approval ADD CONSTRAINT approval_action_check
  CHECK (action IN ('REDRIVE', 'RELEASE', 'LIMIT', 'NO_LIMIT'));
-- allowed: the same.
ALTER TABLE approval ADD CONSTRAINT approval_of_a_limit
  CHECK ((policy IS NOT NULL) = (action IN ('LIMIT', 'NO_LIMIT')) AND (amount IS NOT NULL) = (action = 'LIMIT'));
COMMENT ON COLUMN approval.policy IS 'the limit that is to change; it may be gone before';
COMMENT ON COLUMN approval.amount IS 'what it is to be; of a limit that is to be dropped, none';
