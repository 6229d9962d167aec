-- SPDX-License-Identifier: Apache-2.0
-- A message that was not received before its deadline is expired on its destination: validators attest
-- that, lanes bring it there, and its end comes home like any other.
ALTER TABLE message
  ADD COLUMN source_ref  jsonb,
  ADD COLUMN destination text,
  ADD COLUMN deadline    timestamptz;
COMMENT ON COLUMN message.source_ref IS 'where the source logged it, finally';
COMMENT ON COLUMN message.deadline IS 'on the clock of the destination';
CREATE INDEX message_not_received ON message (destination, deadline)
  WHERE marks NOT LIKE '%DELIVERED%' AND marks NOT LIKE '%EXPIRED%';

ALTER TABLE attestation
  DROP CONSTRAINT attestation_kind_check,
  ADD CONSTRAINT attestation_kind_check CHECK (kind IN ('RECEIVE', 'EXPIRE', 'CALLBACK'));
ALTER TABLE to_attest
  DROP CONSTRAINT to_attest_kind_check,
  ADD CONSTRAINT to_attest_kind_check CHECK (kind IN ('RECEIVE', 'EXPIRE', 'CALLBACK'));
ALTER TABLE signed_digest
  DROP CONSTRAINT signed_digest_kind_check,
  ADD CONSTRAINT signed_digest_kind_check CHECK (kind IN ('RECEIVE', 'EXPIRE', 'CALLBACK'));

ALTER TABLE submission
  DROP CONSTRAINT submission_purpose_check,
  ADD CONSTRAINT submission_purpose_check
    CHECK (purpose IN ('DELIVER', 'EXPIRE', 'CALL_BACK', 'REFUND'));
ALTER TABLE intent
  DROP CONSTRAINT intent_purpose_check,
  ADD CONSTRAINT intent_purpose_check
    CHECK (purpose IN ('DELIVER', 'EXPIRE', 'CALL_BACK', 'REFUND')),
  DROP CONSTRAINT intent_state_check,
  ADD CONSTRAINT intent_state_check
    CHECK (state IN ('READY', 'SENT', 'MINED', 'DONE', 'PARKED', 'TOO_LATE'));
COMMENT ON COLUMN intent.state IS 'READY to send, SENT in a transaction, MINED and waiting for finality, DONE, PARKED for a human, or TOO_LATE: its deadline has passed';
