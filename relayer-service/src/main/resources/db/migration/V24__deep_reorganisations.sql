-- A chain whose final blocks were replaced is not read until an operator has looked.
CREATE TABLE deep_reorganisation (
    chain  text PRIMARY KEY,
    number bigint      NOT NULL,
    was    text        NOT NULL,
    found  text        NOT NULL,
    since  timestamptz NOT NULL
);
COMMENT ON TABLE deep_reorganisation IS 'The stop of the chain (reason REORG) ends by an operator''s word; then the blocks are read again and the row goes';
