-- SPDX-License-Identifier: Apache-2.0
-- A deposit whose message failed for what can be repaired is told again, as another message.

ALTER TABLE deposit ADD COLUMN round integer NOT NULL DEFAULT 0 CHECK (round BETWEEN 0 AND 15);
COMMENT ON COLUMN deposit.round IS 'Which of the messages about the output the row is about: 0 is what the block alone makes';
CREATE INDEX deposit_by_state ON deposit (state, seen_at, tx_hash, vout);

CREATE TABLE deposit_telling (
    txid    text        PRIMARY KEY,
    tx_hash text        NOT NULL,
    vout    bigint      NOT NULL,
    round   integer     NOT NULL,
    told_by text        NOT NULL,
    because text        NOT NULL,
    told_at timestamptz NOT NULL
);
CREATE INDEX deposit_telling_by_output ON deposit_telling (tx_hash, vout);
COMMENT ON TABLE deposit_telling IS 'Each time an operator had a deposit told again; kept when its block is replaced';
