-- SPDX-License-Identifier: Apache-2.0
-- What a flow reads whole, and a migration makes wider while it does.
CREATE TABLE looked_at (id bigint PRIMARY KEY);
