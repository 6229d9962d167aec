-- Work on Bitcoin is not a lane's: the payout takes it over and answers for it from then on.
ALTER TABLE intent
  DROP CONSTRAINT intent_state_check,
  ADD CONSTRAINT intent_state_check
    CHECK (state IN ('READY', 'CLAIMED', 'SENT', 'MINED', 'DONE', 'PARKED', 'TOO_LATE', 'HANDED_OVER'));
COMMENT ON COLUMN intent.state IS 'READY to send, CLAIMED by a lane that looks at it, SENT in a transaction, MINED and waiting for finality, DONE, PARKED for a human, TOO_LATE: its deadline has passed, or HANDED_OVER to the payout on Bitcoin';

-- What a validator found on its own nodes of the source: what may be paid on Bitcoin, and what an outcome there is about.
CREATE TABLE withdrawal (
    txid    text        PRIMARY KEY,
    fact    text        NOT NULL,
    seen_at timestamptz NOT NULL
);
CREATE INDEX withdrawal_by_age ON withdrawal (seen_at);
COMMENT ON TABLE withdrawal IS 'Messages to Bitcoin that this validator checked on its own nodes of their source';
COMMENT ON COLUMN withdrawal.fact IS 'MessageFinal as it was checked';
