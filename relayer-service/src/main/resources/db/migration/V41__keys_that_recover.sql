-- SPDX-License-Identifier: Apache-2.0
-- A nonce can be given up by a transaction that does nothing, and a key that was used elsewhere goes on.
ALTER TABLE attempt ADD COLUMN noop boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN attempt.noop IS 'does nothing but use the nonce: what the submission carried is sent elsewhere once it is mined';
ALTER TABLE submission
  ADD COLUMN value numeric(78,0) NOT NULL DEFAULT 0 CHECK (value >= 0),
  ADD COLUMN fee_cap numeric(78,0) CHECK (fee_cap >= 0),
  DROP CONSTRAINT submission_purpose_check,
  ADD CONSTRAINT submission_purpose_check
    CHECK (purpose IN ('DELIVER', 'EXPIRE', 'CALL_BACK', 'REFUND', 'TOP_UP', 'NOOP'));
COMMENT ON COLUMN submission.value IS 'wei it pays to whom it calls';
COMMENT ON COLUMN submission.fee_cap IS 'most it may offer for a unit of gas while it carries its messages, wei; null when no prepayment limits it';
ALTER TABLE lane
  ADD COLUMN paused       boolean NOT NULL DEFAULT false,
  ADD COLUMN foreign_seen int     NOT NULL DEFAULT 0 CHECK (foreign_seen >= 0),
  ADD COLUMN foreign_at   timestamptz,
  ADD COLUMN chain_nonce  bigint,
  ADD COLUMN balance      numeric(78,0),
  ADD COLUMN max_fee      numeric(78,0),
  ADD COLUMN trouble      text,
  ADD COLUMN seen_at      timestamptz;
COMMENT ON COLUMN lane.paused IS 'an operator wants nothing new from it';
COMMENT ON COLUMN lane.foreign_seen IS 'nonces of its key that others used, within one spell';
COMMENT ON COLUMN lane.foreign_at IS 'when that happened last';
COMMENT ON COLUMN lane.chain_nonce IS 'the next nonce by the chain''s word, as its owner saw it last';
COMMENT ON COLUMN lane.max_fee IS 'what it offers for a unit of gas now, wei';
COMMENT ON COLUMN lane.trouble IS 'why it sends nothing new although it is not parked';
COMMENT ON COLUMN lane.seen_at IS 'when its owner looked at the chain last';
