-- SPDX-License-Identifier: Apache-2.0
-- What the demo flow has handled, once per handling.
CREATE TABLE handled (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type   text   NOT NULL,
  key    text   NOT NULL,
  batch  int    NOT NULL
);
