-- SPDX-License-Identifier: Apache-2.0
-- Withdrawals that a vault pays, the batches they are paid in, and every transaction that was ever proposed for one.

CREATE SEQUENCE payout_change_index;

CREATE TABLE payout_batch (
    batch        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vault        text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'MINED')),
    change_index bigint      NOT NULL,
    from_height  bigint      NOT NULL,
    opened_at    timestamptz NOT NULL
);
CREATE INDEX payout_batch_open ON payout_batch (vault) WHERE state = 'OPEN';

CREATE TABLE payout (
    txid      text        PRIMARY KEY,
    vault     text        NOT NULL,
    address   text        NOT NULL,
    sats      bigint      NOT NULL CHECK (sats > 0),
    deadline  timestamptz NOT NULL,
    state     text        NOT NULL CHECK (state IN ('WAITING', 'BATCHED', 'HELD', 'PAID', 'FAILED')),
    batch     bigint      REFERENCES payout_batch,
    reason    text,
    queued_at timestamptz NOT NULL,
    ended_at  timestamptz,
    CONSTRAINT batched_has_its_batch CHECK (state NOT IN ('BATCHED', 'PAID') OR batch IS NOT NULL),
    CONSTRAINT never_failed_once_batched CHECK (state <> 'FAILED' OR batch IS NULL)
);
CREATE INDEX payout_open ON payout (vault, queued_at) WHERE state IN ('WAITING', 'BATCHED', 'HELD');
COMMENT ON TABLE payout IS 'One row for each withdrawal message, for ever: a withdrawal is in one batch only';
COMMENT ON COLUMN payout.batch IS 'Kept when it is held: a transaction that pays it may have been signed';

CREATE TABLE payout_coin (
    tx_hash text   NOT NULL,
    vout    bigint NOT NULL,
    batch   bigint NOT NULL REFERENCES payout_batch,
    sats    bigint NOT NULL,
    branch  integer NOT NULL,
    index   bigint NOT NULL,
    PRIMARY KEY (tx_hash, vout)
);
CREATE INDEX payout_coin_by_batch ON payout_coin (batch);
COMMENT ON TABLE payout_coin IS 'A coin belongs to one batch: every round of it spends all of them';

CREATE TABLE payout_round (
    batch        bigint      NOT NULL REFERENCES payout_batch,
    round        integer     NOT NULL,
    parent       integer,
    members      text[]      NOT NULL,
    psbt         text        NOT NULL,
    sats_per_kvb bigint      NOT NULL,
    fee          bigint      NOT NULL,
    change_index bigint      NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PROPOSED', 'SIGNED', 'SENT', 'REFUSED')),
    tx_hash      text        NOT NULL,
    raw          text,
    proposed_at  timestamptz NOT NULL,
    sent_at      timestamptz,
    PRIMARY KEY (batch, round),
    CONSTRAINT signed_before_sent CHECK ((raw IS NOT NULL) = (state IN ('SIGNED', 'SENT')))
);
COMMENT ON COLUMN payout_round.parent IS 'The round whose change it spends; null when it pays';
COMMENT ON COLUMN payout_round.raw IS 'The whole transaction, written before any node has it';

CREATE TABLE payout_refusal (
    batch    bigint  NOT NULL,
    round    integer NOT NULL,
    cosigner text    NOT NULL,
    member   text,
    reason   text    NOT NULL,
    PRIMARY KEY (batch, round, cosigner),
    FOREIGN KEY (batch, round) REFERENCES payout_round
);
