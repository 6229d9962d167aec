-- A settlement contract numbers its messages to each destination: a number that is left out was missed.
CREATE TABLE message_sequence (
    chain       text   NOT NULL,
    destination text   NOT NULL,
    highest     bigint NOT NULL,
    at_block    bigint NOT NULL,
    PRIMARY KEY (chain, destination)
);
COMMENT ON COLUMN message_sequence.at_block IS 'Where the highest number was found';

CREATE TABLE sequence_hole (
    chain         text        NOT NULL,
    destination   text        NOT NULL,
    from_sequence bigint      NOT NULL,
    to_sequence   bigint      NOT NULL,
    after_block   bigint      NOT NULL,
    before_block  bigint      NOT NULL,
    since         timestamptz NOT NULL,
    PRIMARY KEY (chain, destination, from_sequence),
    CONSTRAINT sequence_hole_is_a_range CHECK (from_sequence <= to_sequence)
);
COMMENT ON TABLE sequence_hole IS 'Numbers that were passed over; the missing messages lie between the two blocks, both included';

ALTER TABLE observer_checkpoint ADD COLUMN from_first_block boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN observer_checkpoint.from_first_block IS 'Read from block 0 on: then number 1 is the first to be expected';
