-- SPDX-License-Identifier: Apache-2.0
-- Money from a chain's treasury to its submitters: asked for by a lane, sent by the treasury's own lane.
CREATE TABLE top_up (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain        text          NOT NULL,
  lane         text          NOT NULL,
  submitter    text          NOT NULL,
  amount       numeric(78,0) NOT NULL CHECK (amount > 0),
  state        text          NOT NULL CHECK (state IN ('ASKED', 'SENT', 'MINED', 'FAILED')),
  submission   bigint        REFERENCES submission,
  tx_hash      text,
  cost         numeric(78,0) CHECK (cost >= 0),
  asked_at     timestamptz   NOT NULL,
  mined_at     timestamptz,
  CONSTRAINT top_up_sent_is_submitted CHECK (state = 'ASKED' OR submission IS NOT NULL),
  CONSTRAINT top_up_mined_is_booked CHECK (state NOT IN ('MINED', 'FAILED') OR (tx_hash IS NOT NULL AND cost IS NOT NULL))
);
CREATE UNIQUE INDEX top_up_one_at_a_time ON top_up (lane) WHERE state IN ('ASKED', 'SENT');
CREATE INDEX top_up_of_chain ON top_up (chain, asked_at);
CREATE INDEX top_up_of_submission ON top_up (submission) WHERE state IN ('SENT', 'MINED');
COMMENT ON COLUMN top_up.amount IS 'wei the submitter gets';
COMMENT ON COLUMN top_up.cost IS 'wei the treasury paid for gas';
COMMENT ON COLUMN top_up.state IS 'ASKED by a lane, SENT in a transaction, MINED, or FAILED when it reverted';
