-- SPDX-License-Identifier: Apache-2.0
-- With the prices that are prepaid: the quantities they were computed with, so that a lane can tell what a message may
-- cost in the batch it goes with.
ALTER TABLE message
  ADD COLUMN delivery_units bigint CHECK (delivery_units >= 0),
  ADD COLUMN callback_units bigint CHECK (callback_units >= 0);
COMMENT ON COLUMN message.delivery_units IS 'units of gas of its delivery that delivery_price was computed with; null when that was not said';
COMMENT ON COLUMN message.callback_units IS 'the same of its callback';
