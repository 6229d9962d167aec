-- SPDX-License-Identifier: Apache-2.0
-- Chains that came while processes ran: what settlement.chains would say of them. A process with a validator's key
-- reads those of its own operator, every other one those of the registry; what is configured goes before both.
CREATE TABLE told_chain (
  word text NOT NULL CHECK (word IN ('REGISTRY', 'OPERATOR')),
  chain text NOT NULL,
  stated jsonb NOT NULL,
  told_by text NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (word, chain)
);
COMMENT ON COLUMN told_chain.word IS 'whose word it is';
COMMENT ON COLUMN told_chain.stated IS 'chain id, nodes, contracts, and when a block is final; addresses of nodes may hold access tokens';
COMMENT ON COLUMN told_chain.told_by IS 'the operator who told it; registry for the book';
