// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.MessageEnds;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among the messages that are worked on, and in the archive. */
final class KnownEnds implements MessageEnds {
  private final JdbcClient jdbc;

  KnownEnds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Outcome> outcome(TxId txid) {
    return jdbc.sql(
            """
            SELECT outcome FROM message WHERE txid = :txid AND outcome IS NOT NULL
            UNION ALL
            SELECT record -> 'message' ->> 'outcome' FROM archive
             WHERE txid = :txid AND record -> 'message' ->> 'outcome' IS NOT NULL
            LIMIT 1
            """)
        .param("txid", txid.hex())
        .query((row, n) -> Outcome.valueOf(row.getString(1)))
        .optional();
  }
}
