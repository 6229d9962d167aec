-- What a validator was told, what it decided, and what it ever signed.

CREATE TABLE to_attest (
    claim_id        text        PRIMARY KEY,
    txid            text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('RECEIVE', 'CALLBACK')),
    chain           text        NOT NULL,
    block_number    bigint      NOT NULL,
    fact            text,
    state           text        NOT NULL DEFAULT 'PENDING'
                                CHECK (state IN ('PENDING', 'SIGNED', 'REFUSED')),
    refusal         text,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    told_at         timestamptz NOT NULL,
    decided_at      timestamptz,
    CONSTRAINT pending_has_its_fact CHECK (state <> 'PENDING' OR fact IS NOT NULL),
    CONSTRAINT refused_says_why CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
CREATE INDEX to_attest_pending ON to_attest (chain, block_number) WHERE state = 'PENDING';
CREATE INDEX to_attest_reopenable ON to_attest (chain) WHERE state = 'REFUSED' AND fact IS NOT NULL;
CREATE INDEX to_attest_by_txid ON to_attest (txid);
COMMENT ON TABLE to_attest IS 'Claims read from settlement.messages; a claim is judged once, on the own nodes';
COMMENT ON COLUMN to_attest.claim_id IS 'Hash of what is claimed: told again it is the same claim, told differently another one';
COMMENT ON COLUMN to_attest.fact IS 'The claim as it came; dropped when decided for good';

CREATE TABLE signed_digest (
    txid      text        NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('RECEIVE', 'CALLBACK')),
    digest    text        NOT NULL,
    validator text        NOT NULL,
    signature text        NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (txid, kind)
);
COMMENT ON TABLE signed_digest IS 'The signing guard: one digest for each message and kind, for ever';
