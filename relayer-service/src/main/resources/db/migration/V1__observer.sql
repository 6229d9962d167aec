-- How far each chain was read, and what was seen in blocks that may still be replaced.

CREATE TABLE observer_checkpoint (
    chain        text        PRIMARY KEY,
    final_number bigint      NOT NULL,
    final_hash   text,
    head_number  bigint      NOT NULL,
    head_hash    text,
    version      bigint      NOT NULL DEFAULT 0,
    moved_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT head_is_not_behind CHECK (head_number >= final_number)
);
COMMENT ON TABLE observer_checkpoint IS 'Moves only in the transaction that stores all facts of the range';
COMMENT ON COLUMN observer_checkpoint.final_hash IS 'Null before the first range: nothing to compare with';
COMMENT ON COLUMN observer_checkpoint.version IS 'Who moves it must know it: two readers cannot both store a range';

CREATE TABLE observation (
    chain        text        NOT NULL,
    block_hash   text        NOT NULL,
    log_index    bigint      NOT NULL,
    block_number bigint      NOT NULL,
    block_time   timestamptz NOT NULL,
    tx_hash      text        NOT NULL,
    txid         text        NOT NULL,
    PRIMARY KEY (chain, block_hash, log_index)
);
CREATE INDEX observation_by_height ON observation (chain, block_number);
COMMENT ON TABLE observation IS 'Messages observed in blocks that are not final; emptied as finality passes';
