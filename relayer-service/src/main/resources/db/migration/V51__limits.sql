-- SPDX-License-Identifier: Apache-2.0
-- How much may pass. A window counts what it let through in a few dozen buckets, never a row per message.
CREATE TABLE limit_policy (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind    text          NOT NULL CHECK (kind IN ('WINDOW', 'THRESHOLD', 'FOUR_EYES')),
  chain   text          NOT NULL,
  token   text          NOT NULL,
  route   text          NOT NULL DEFAULT '',
  amount  numeric(78,0) NOT NULL CHECK (amount > 0),
  seconds bigint        NOT NULL CHECK (seconds >= 0),
  shadow  boolean       NOT NULL DEFAULT false,
  actor   text          NOT NULL,
  since   timestamptz   NOT NULL,
  UNIQUE (kind, chain, token, route),
  CONSTRAINT limit_policy_lasts CHECK ((kind = 'FOUR_EYES') = (seconds = 0)),
  CONSTRAINT limit_policy_eyes_are_real CHECK (kind <> 'FOUR_EYES' OR NOT shadow)
);
COMMENT ON COLUMN limit_policy.token IS 'on the source chain, named in chain';
COMMENT ON COLUMN limit_policy.route IS 'empty for all routes of the token together';
COMMENT ON COLUMN limit_policy.seconds IS 'length of a window, delay of a threshold';

CREATE TABLE limit_bucket (
  policy bigint        NOT NULL REFERENCES limit_policy ON DELETE CASCADE,
  starts timestamptz   NOT NULL,
  amount numeric(78,0) NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (policy, starts)
);

-- Messages that a limit holds now; gone when they go on or end. The policy may be gone before.
CREATE TABLE limit_hold (
  txid       text          PRIMARY KEY,
  policy     bigint        NOT NULL,
  amount     numeric(78,0) NOT NULL,
  oversized  boolean       NOT NULL,
  since      timestamptz   NOT NULL,
  release_at timestamptz
);
CREATE INDEX limit_hold_queue ON limit_hold (policy, since, txid) WHERE release_at IS NULL AND NOT oversized;
CREATE INDEX limit_hold_due ON limit_hold (release_at) WHERE release_at IS NOT NULL;
COMMENT ON COLUMN limit_hold.oversized IS 'more than the whole window: waits for an operator and blocks nobody';
COMMENT ON COLUMN limit_hold.since IS 'the oldest goes on first; no restart begins a wait anew';
