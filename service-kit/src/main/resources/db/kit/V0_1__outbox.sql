-- SPDX-License-Identifier: Apache-2.0
-- Facts that Kafka does not have yet. Appended by the transaction that made them true, sent in the
-- order of id, deleted when every replica has them.
CREATE TABLE outbox (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid        NOT NULL DEFAULT gen_random_uuid(),
  topic    text        NOT NULL,
  key      text        NOT NULL,
  type     text        NOT NULL,
  at       timestamptz NOT NULL,
  value    bytea       NOT NULL
) WITH (
  -- A queue: every row dies young, so clean up by count and not by share.
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_threshold = -1
);
