-- SPDX-License-Identifier: Apache-2.0
-- Vaults whose withdrawals are bound for a number of blocks, and cosigners with a key of several vaults.

ALTER TABLE payout ADD COLUMN seen_height bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN payout.seen_height IS 'Bitcoin''s height when it was taken over, final at its source: unbonding counts from there';
COMMENT ON COLUMN payout.reason IS 'Why it failed or is held; while it waits: UNBONDING, COINS_REST, NO_COINS or FEE_TOO_HIGH';

ALTER TABLE withdrawal ADD COLUMN seen_height bigint;
CREATE INDEX withdrawal_unnoted ON withdrawal (txid) WHERE seen_height IS NULL;
COMMENT ON COLUMN withdrawal.seen_height IS 'Bitcoin''s height when a cosigner of a time-locked vault first saw it here; null until then';

ALTER TABLE to_cosign ADD COLUMN vault text;
UPDATE to_cosign SET vault = fact::json ->> 'vault';
ALTER TABLE to_cosign ALTER COLUMN vault SET NOT NULL;
DROP INDEX to_cosign_pending;
CREATE INDEX to_cosign_pending ON to_cosign (vault, next_attempt_at) WHERE state = 'PENDING';
