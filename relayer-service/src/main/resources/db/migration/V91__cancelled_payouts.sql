-- SPDX-License-Identifier: Apache-2.0
-- What was signed and not mined in time is cancelled; who signed and who refused what, for operators.

ALTER TABLE payout_batch
  DROP CONSTRAINT payout_batch_state_check,
  ADD CONSTRAINT payout_batch_state_check CHECK (state IN ('OPEN', 'MINED', 'CANCELLED')),
  ADD COLUMN end_tx    text,
  ADD COLUMN end_block bigint,
  ADD COLUMN end_hash  text,
  ADD COLUMN end_time  timestamptz,
  ADD COLUMN ended_at  timestamptz,
  ADD CONSTRAINT end_is_whole CHECK
    ((end_tx IS NULL) = (end_block IS NULL) AND (end_tx IS NULL) = (end_hash IS NULL)
     AND (end_tx IS NULL) = (end_time IS NULL) AND (end_tx IS NULL OR state <> 'OPEN'));
COMMENT ON COLUMN payout_batch.end_tx IS 'What spent its coins for good; null while it is open, and when it ended because no transaction of it could ever be signed by enough';

ALTER TABLE payout
  DROP CONSTRAINT never_failed_once_batched,
  ADD CONSTRAINT failed_when_no_payment_can_be_mined CHECK
    (state <> 'FAILED' OR batch IS NULL OR reason IN ('CANCELLED', 'LEFT_OUT', 'BY_OPERATOR'));
CREATE INDEX payout_by_state ON payout (state, queued_at, txid);
CREATE INDEX payout_by_batch ON payout (batch) WHERE batch IS NOT NULL;

ALTER TABLE payout_round ADD COLUMN cancels text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN payout_round.cancels IS 'Withdrawals that none of the other rounds can pay once this one is mined';
CREATE INDEX payout_round_by_member ON payout_round USING gin (members);

CREATE TABLE payout_signature (
    batch     bigint      NOT NULL,
    round     integer     NOT NULL,
    cosigner  text        NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (batch, round, cosigner),
    FOREIGN KEY (batch, round) REFERENCES payout_round
);
COMMENT ON TABLE payout_signature IS 'Whose signatures of a round came in, enough of them or not';
-- Of rounds signed before, the whole ones are known: by whom is not.
INSERT INTO payout_signature (batch, round, cosigner, signed_at)
SELECT batch, round, 'unknown', proposed_at FROM payout_round WHERE raw IS NOT NULL;

ALTER TABLE payout_refusal
  ADD COLUMN detail     text NOT NULL DEFAULT '',
  ADD COLUMN refused_at timestamptz;
