-- SPDX-License-Identifier: Apache-2.0
-- What a message's transactions may offer follows from what was prepaid for them; what gas costs more than that waits.
ALTER TABLE message
  ADD COLUMN delivery_price numeric(78,0) CHECK (delivery_price >= 0),
  ADD COLUMN callback_price numeric(78,0) CHECK (callback_price >= 0);
COMMENT ON COLUMN message.delivery_price IS 'most for a unit of gas of its delivery that the prepayment covers, wei of the destination; null when nothing was asked for';
COMMENT ON COLUMN message.callback_price IS 'the same for its callback, wei of the source';
ALTER TABLE intent ADD COLUMN left_out int NOT NULL DEFAULT 0 CHECK (left_out >= 0);
COMMENT ON COLUMN intent.left_out IS 'how often in a row it did not go because gas cost more than was prepaid for it';
