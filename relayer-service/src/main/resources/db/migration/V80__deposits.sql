-- SPDX-License-Identifier: Apache-2.0
-- The vaults' scripts, who is credited for what is paid to them, and the outputs that were found.

CREATE TABLE vault_script (
    vault       text        NOT NULL,
    index       bigint      NOT NULL,
    script      text        NOT NULL,
    address     text        NOT NULL,
    handler     text,
    recipient   text,
    assigned_at timestamptz,
    PRIMARY KEY (vault, index),
    CONSTRAINT one_place_for_a_script UNIQUE (script),
    CONSTRAINT one_address_for_a_recipient UNIQUE (vault, handler, recipient),
    CONSTRAINT assigned_wholly CHECK
      ((handler IS NULL) = (recipient IS NULL) AND (handler IS NULL) = (assigned_at IS NULL)),
    CONSTRAINT index_is_not_hardened CHECK (index BETWEEN 0 AND 2147483647)
);
COMMENT ON TABLE vault_script IS 'Derived from the vault''s descriptor; some beyond the last assigned one, to see what nobody was told to pay to';

CREATE TABLE bitcoin_block (
    height bigint NOT NULL PRIMARY KEY,
    hash   text   NOT NULL,
    parent text   NOT NULL
);
COMMENT ON TABLE bitcoin_block IS 'Blocks that were read: the highest is the checkpoint, it moves with what was found in it';

CREATE TABLE deposit (
    tx_hash       text        NOT NULL,
    vout          bigint      NOT NULL,
    vault         text        NOT NULL,
    index         bigint      NOT NULL,
    sats          bigint      NOT NULL,
    block_number  bigint      NOT NULL,
    block_hash    text        NOT NULL,
    state         text        NOT NULL,
    txid          text,
    confirmations integer     NOT NULL,
    fact          text,
    seen_at       timestamptz NOT NULL,
    final_at      timestamptz,
    PRIMARY KEY (tx_hash, vout),
    FOREIGN KEY (vault, index) REFERENCES vault_script (vault, index),
    CONSTRAINT known_state CHECK (state IN ('SEEN', 'FINAL', 'TOO_SMALL', 'UNASSIGNED', 'WITHDRAWN')),
    CONSTRAINT told_as_a_message CHECK
      ((state IN ('TOO_SMALL', 'UNASSIGNED')) = (txid IS NULL) AND (txid IS NULL) = (fact IS NULL)),
    CONSTRAINT pays_something CHECK (sats >= 0)
);
CREATE INDEX deposit_by_height ON deposit (block_number);
CREATE INDEX deposit_that_waits ON deposit (block_number) WHERE state = 'SEEN';
CREATE INDEX deposit_by_script ON deposit (vault, index);
COMMENT ON TABLE deposit IS 'Each output that paid a vault, once, wherever it is mined';
COMMENT ON COLUMN deposit.fact IS 'MessageObserved, as it was told';
COMMENT ON COLUMN deposit.confirmations IS 'Blocks that must stand, its own counted, before it is final';
