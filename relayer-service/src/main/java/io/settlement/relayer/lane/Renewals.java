// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.TxId;
import io.settlement.relayer.chain.ErrorSelector;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work that a chain refused for its signatures, as after a rotation of its validators: it is given
 * others, and tried again from the beginning. One statement each, in the caller's transaction.
 */
public final class Renewals {
  private static final String INVALID_SIGNATURES =
      ErrorSelector.of("InvalidSignatures(uint256,bytes32)");
  private static final Duration LATER = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final Clock clock;

  Renewals(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.reader = json.readerFor(Work.class);
    this.writer = json.writerFor(Work.class);
    this.clock = clock;
  }

  /** Up to {@code most} that wait and whose signatures the chain refused last time. */
  public List<Work> refused(int most) {
    return jdbc.sql(
            """
            SELECT work FROM intent
             WHERE state IN ('READY', 'PARKED') AND reason = ? ORDER BY txid LIMIT ?
            """)
        .params(INVALID_SIGNATURES, most)
        .query((row, n) -> reader.<Work>readValue(row.getString("work")))
        .list();
  }

  /** These go on with these signatures, now. */
  public void renew(Collection<Work> works) {
    again(works, clock.instant());
  }

  /** There are no other signatures yet: they are tried again a little later. */
  public void later(Collection<Work> works) {
    again(works, clock.instant().plus(LATER));
  }

  private void again(Collection<Work> works, Instant at) {
    if (works.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE intent i
               SET work = v.work::jsonb, root = v.root, state = 'READY', attempts = 0,
                   reason = NULL, detail = NULL, lane = NULL, ready_at = ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                   AS v(txid, purpose, work, root)
             WHERE i.txid = v.txid AND i.purpose = v.purpose AND i.state IN ('READY', 'PARKED')
            """)
        .params(
            Timestamp.from(at),
            texts(works, work -> work.txid().hex()),
            texts(works, work -> work.purpose().name()),
            texts(works, writer::writeValueAsString),
            texts(works, Renewals::root))
        .update();
  }

  /** The messages of these. */
  public static List<TxId> txids(Collection<Work> works) {
    return works.stream().map(Work::txid).distinct().toList();
  }

  private static @Nullable String root(Work work) {
    Work.Membership bundle = work.membership();
    return bundle == null ? null : bundle.root().hex();
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
