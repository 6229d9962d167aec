-- SPDX-License-Identifier: Apache-2.0
-- The bytes of a transaction are needed until its block is final, and are most of what lanes store.
ALTER TABLE submission ALTER COLUMN calldata DROP NOT NULL;
ALTER TABLE submission ADD CONSTRAINT submission_unfinished_has_calldata
  CHECK (state NOT IN ('OPEN', 'MINED') OR calldata IS NOT NULL);
ALTER TABLE attempt ALTER COLUMN raw DROP NOT NULL;
COMMENT ON COLUMN attempt.raw IS 'null once the block is final';
