-- SPDX-License-Identifier: Apache-2.0
-- What was admitted to handlers that can pay only so much, until that is part of what is said of them.
CREATE TABLE liquidity_reservation (
  txid   text           PRIMARY KEY,
  target text           NOT NULL,
  amount numeric(78, 0) NOT NULL CHECK (amount >= 0)
);
CREATE INDEX liquidity_reservation_target ON liquidity_reservation (target);
COMMENT ON COLUMN liquidity_reservation.target IS 'the handler that is to pay';
CREATE INDEX message_without_liquidity ON message (txid) WHERE stage = 'HELD' AND reason = 'LIQUIDITY';
