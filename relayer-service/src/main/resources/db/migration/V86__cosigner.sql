-- SPDX-License-Identifier: Apache-2.0
-- What a cosigner was asked, and what it ever signed.

CREATE TABLE to_cosign (
    batch           text        NOT NULL,
    round           integer     NOT NULL,
    fact            text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('PENDING', 'SIGNED', 'REFUSED')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    PRIMARY KEY (batch, round)
);
CREATE INDEX to_cosign_pending ON to_cosign (next_attempt_at) WHERE state = 'PENDING';

CREATE TABLE cosigned (
    tx_hash      text        NOT NULL PRIMARY KEY,
    inputs       text[]      NOT NULL,
    change_index bigint,
    change_sats  bigint,
    change_vout  bigint,
    signed_at    timestamptz NOT NULL
);
COMMENT ON TABLE cosigned IS 'Transactions this key has signed, for ever';

CREATE TABLE cosigned_payout (
    txid    text NOT NULL,
    tx_hash text NOT NULL REFERENCES cosigned,
    PRIMARY KEY (txid, tx_hash)
);
COMMENT ON TABLE cosigned_payout IS 'The guard: whatever else pays a withdrawal must share an input with each of these';

CREATE TABLE never_cosigned (
    txid text        PRIMARY KEY,
    said_at timestamptz NOT NULL
);
COMMENT ON TABLE never_cosigned IS 'Withdrawals this validator called failed: it never signs a payment of one';
