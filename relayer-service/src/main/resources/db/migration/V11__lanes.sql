-- SPDX-License-Identifier: Apache-2.0
-- A lane: one submitter key on one chain. Its row is the lease and the nonce counter at once; the
-- transaction that signs locks it and checks the epoch, so a former owner can no longer take a nonce.
CREATE TABLE lane (
  lane        text PRIMARY KEY,
  submitter   text        NOT NULL,
  epoch       bigint      NOT NULL DEFAULT 0,
  owner       text,
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  next_nonce  bigint      CHECK (next_nonce >= 0),
  alarm       text
);
COMMENT ON COLUMN lane.next_nonce IS 'null until the chain was asked';
COMMENT ON COLUMN lane.alarm IS 'why the lane is parked; null while it works';

-- One place in a lane's nonce sequence and what is to happen there. Replacements share it.
CREATE TABLE submission (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lane         text        NOT NULL REFERENCES lane,
  nonce        bigint      NOT NULL CHECK (nonce >= 0),
  epoch        bigint      NOT NULL,
  purpose      text        NOT NULL CHECK (purpose IN ('DELIVER', 'CALL_BACK', 'REFUND')),
  state        text        NOT NULL CHECK (state IN ('OPEN', 'MINED', 'FINAL', 'LOST')),
  contract     text        NOT NULL,
  calldata     bytea       NOT NULL,
  gas_limit    bigint      NOT NULL CHECK (gas_limit > 0),
  tx_hash      text,
  block_number bigint,
  block_hash   text,
  created_at   timestamptz NOT NULL,
  CONSTRAINT submission_mined_somewhere CHECK (state NOT IN ('MINED', 'FINAL')
    OR (tx_hash IS NOT NULL AND block_number IS NOT NULL AND block_hash IS NOT NULL))
);
CREATE UNIQUE INDEX submission_holds_its_nonce ON submission (lane, nonce) WHERE state IN ('OPEN', 'MINED');
COMMENT ON COLUMN submission.state IS 'OPEN until mined, MINED until its block is final, FINAL, or LOST when its nonce was used by someone else';
COMMENT ON COLUMN submission.tx_hash IS 'which of its attempts was mined';

-- The signed bytes, written before anything is broadcast.
CREATE TABLE attempt (
  tx_hash     text PRIMARY KEY,
  submission  bigint        NOT NULL REFERENCES submission ON DELETE CASCADE,
  raw         bytea         NOT NULL,
  max_fee     numeric(78,0) NOT NULL CHECK (max_fee >= 0),
  tip         numeric(78,0) NOT NULL CHECK (tip >= 0),
  replaced_by text,
  signed_at   timestamptz   NOT NULL
);
CREATE INDEX attempt_of_submission ON attempt (submission);

-- What a lane has to make true, once for each purpose of a message.
CREATE TABLE intent (
  txid        text        NOT NULL,
  purpose     text        NOT NULL CHECK (purpose IN ('DELIVER', 'CALL_BACK', 'REFUND')),
  lane        text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('READY', 'SENT', 'MINED', 'DONE', 'PARKED')),
  work        jsonb       NOT NULL,
  attempts    int         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  alone       boolean     NOT NULL DEFAULT false,
  ready_at    timestamptz NOT NULL,
  reason      text,
  submission  bigint      REFERENCES submission,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (txid, purpose),
  CONSTRAINT intent_sent_is_submitted CHECK (state NOT IN ('SENT', 'MINED') OR submission IS NOT NULL)
);
CREATE INDEX intent_ready ON intent (lane, ready_at) WHERE state = 'READY';
CREATE INDEX intent_of_submission ON intent (submission) WHERE state IN ('SENT', 'MINED');
COMMENT ON COLUMN intent.state IS 'READY to send, SENT in a transaction, MINED and waiting for finality, DONE, or PARKED for a human';
COMMENT ON COLUMN intent.alone IS 'its last transaction failed as a whole: sent without companions';
COMMENT ON COLUMN intent.ready_at IS 'not sent before; a failed attempt moves it into the future';
