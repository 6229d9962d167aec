// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chains that are not read because their final blocks were replaced. */
final class DeepReorganisations {
  private final JdbcClient jdbc;

  DeepReorganisations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<DeepReorganisation> find(ChainName chain) {
    return jdbc.sql("SELECT * FROM deep_reorganisation WHERE chain = ?")
        .param(chain.value())
        .query(
            (row, at) ->
                new DeepReorganisation(
                    chain,
                    row.getLong("number"),
                    new Hash(row.getString("was")),
                    new Hash(row.getString("found")),
                    row.getTimestamp("since").toInstant()))
        .optional();
  }

  void add(DeepReorganisation one) {
    jdbc.sql(
            """
            INSERT INTO deep_reorganisation (chain, number, was, found, since)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(one.chain().value(), one.number(), one.was().hex(), one.found().hex())
        .param(Timestamp.from(one.since()))
        .update();
  }

  void remove(ChainName chain) {
    jdbc.sql("DELETE FROM deep_reorganisation WHERE chain = ?").param(chain.value()).update();
  }
}
