-- SPDX-License-Identifier: Apache-2.0
-- Up to where each partition was read, written with what reading it led to. Kafka's own offsets
-- are ahead of it only when this database was restored from an older backup: then the service
-- reads again from here.
CREATE TABLE read_position (
  consumer_group text        NOT NULL,
  topic          text        NOT NULL,
  partition      int         NOT NULL,
  next_offset    bigint      NOT NULL CHECK (next_offset >= 0),
  read_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer_group, topic, partition)
) WITH (
  -- A few rows that change with every poll.
  fillfactor = 50,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 1000
);
