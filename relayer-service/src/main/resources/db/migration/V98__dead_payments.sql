-- SPDX-License-Identifier: Apache-2.0
-- Payments this key has signed and that can never be mined, because one of their coins was spent otherwise.

CREATE TABLE cosigned_dead (
    tx_hash      text        PRIMARY KEY REFERENCES cosigned,
    spent_by     text        NOT NULL,
    block_number bigint      NOT NULL,
    found_at     timestamptz NOT NULL
);
COMMENT ON TABLE cosigned_dead IS 'What an operator pointed at and the own node showed, deep enough';
