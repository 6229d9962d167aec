-- SPDX-License-Identifier: Apache-2.0
-- What one operator asked for and another has to agree to.
CREATE TABLE approval (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action       text        NOT NULL CHECK (action IN ('REDRIVE', 'RELEASE')),
  txids        text[]      NOT NULL,
  reason       text        NOT NULL,
  requested_by text        NOT NULL,
  requested_at timestamptz NOT NULL,
  state        text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'APPROVED', 'REJECTED')),
  decided_by   text,
  CONSTRAINT approval_takes_two CHECK (state <> 'APPROVED' OR decided_by <> requested_by)
);
CREATE INDEX approval_pending ON approval (id) WHERE state = 'PENDING';

-- Messages that need somebody's eye, the longest waiting first.
CREATE INDEX message_by_age ON message (stage, updated_at, txid)
  WHERE stage IN ('PARKED', 'REFUSED', 'HELD', 'WAITING_FOR_GAS', 'FINAL', 'EXPIRED');
