-- Blocks far below the live head are read by a loop of their own.
CREATE TABLE backfill (
    chain        text        NOT NULL,
    from_number  bigint      NOT NULL,
    done_number  bigint      NOT NULL,
    done_hash    text,
    until_number bigint      NOT NULL,
    until_hash   text        NOT NULL,
    version      bigint      NOT NULL DEFAULT 0,
    started_at   timestamptz NOT NULL,
    PRIMARY KEY (chain, from_number),
    CONSTRAINT backfill_is_a_range CHECK (from_number <= until_number AND done_number <= until_number)
);
COMMENT ON TABLE backfill IS 'Final blocks below the checkpoint that are not read yet: those above done_number, up to until_number';

CREATE TABLE live_message (
    chain text NOT NULL,
    txid  text NOT NULL,
    PRIMARY KEY (chain, txid)
);
COMMENT ON TABLE live_message IS 'Messages that became final above a back-fill: what follows of them need not wait for it';

CREATE TABLE deferred_fact (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain text NOT NULL,
    fact  text NOT NULL
);
CREATE INDEX deferred_fact_by_chain ON deferred_fact (chain, id);
COMMENT ON TABLE deferred_fact IS 'Facts about messages that may lie in blocks not read yet; told when the back-fill has ended, in their order';
