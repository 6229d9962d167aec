-- What was verified of each range of final blocks, so that silence is never taken for absence.
CREATE TABLE gap_certificate (
    chain        text        NOT NULL,
    from_number  bigint      NOT NULL,
    to_number    bigint      NOT NULL,
    first_hash   text        NOT NULL,
    last_hash    text        NOT NULL,
    logs         bigint      NOT NULL,
    verified     text        NOT NULL CHECK (verified IN ('BLOOM', 'QUORUM', 'RECEIPTS')),
    certified_at timestamptz NOT NULL,
    PRIMARY KEY (chain, from_number),
    CONSTRAINT gap_certificate_is_a_range CHECK (from_number <= to_number)
);
CREATE UNIQUE INDEX gap_certificate_by_end ON gap_certificate (chain, to_number);
COMMENT ON TABLE gap_certificate IS 'Written in the transaction that stores the facts of its range; neighbours verified alike are merged';
COMMENT ON COLUMN gap_certificate.logs IS 'How many logs of ours the range has';
COMMENT ON COLUMN gap_certificate.verified IS 'Why blocks without logs have none: their blooms deny it, a quorum of providers says so, or their receipts';
