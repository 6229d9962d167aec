// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.EventCodec;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Back-fills, and what is not told while one runs. Above it everything is told but what follows of
 * a message that may lie in blocks not read yet: a payment, an end or a refund of a message that
 * was not seen above the back-fill waits until it has ended, so that nothing is told of a message
 * before the message.
 */
final class Backfills {
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Map<ChainName, Boolean> running = new ConcurrentHashMap<>();

  Backfills(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a chain, lowest first. */
  List<Backfill> open(ChainName chain) {
    return jdbc.sql("SELECT * FROM backfill WHERE chain = ? ORDER BY from_number")
        .param(chain.value())
        .query(
            (row, at) -> {
              String done = row.getString("done_hash");
              return new Backfill(
                  chain,
                  row.getLong("from_number"),
                  new Point(row.getLong("done_number"), done == null ? null : new Hash(done)),
                  new Point(row.getLong("until_number"), new Hash(row.getString("until_hash"))),
                  row.getLong("version"),
                  row.getTimestamp("started_at").toInstant());
            })
        .list();
  }

  void start(Backfill one) {
    Hash done = one.done().hash();
    Hash until = one.until().hash();
    jdbc.sql(
            """
            INSERT INTO backfill
              (chain, from_number, done_number, done_hash, until_number, until_hash, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(one.chain().value(), one.from(), one.done().number())
        .param(done == null ? null : done.hex())
        .params(one.until().number(), until == null ? "" : until.hex())
        .param(Timestamp.from(one.startedAt()))
        .update();
    running.put(one.chain(), true);
  }

  /** False when somebody else moved it since it was loaded. */
  boolean move(Backfill to) {
    Hash done = to.done().hash();
    return jdbc.sql(
                """
                UPDATE backfill SET done_number = ?, done_hash = ?, version = ?
                 WHERE chain = ? AND from_number = ? AND version = ?\
                """)
            .param(to.done().number())
            .param(done == null ? null : done.hex())
            .params(to.version(), to.chain().value(), to.from(), to.version() - 1)
            .update()
        == 1;
  }

  /** It has read its last block; after the last of a chain's back-fills what waited is told. */
  void end(Backfill one, Consumer<List<MessageEvent>> tell) {
    jdbc.sql("DELETE FROM backfill WHERE chain = ? AND from_number = ?")
        .params(one.chain().value(), one.from())
        .update();
    if (open(one.chain()).isEmpty()) {
      for (List<MessageEvent> some = next(one.chain()); !some.isEmpty(); some = next(one.chain())) {
        tell.accept(some);
      }
      jdbc.sql("DELETE FROM live_message WHERE chain = ?").param(one.chain().value()).update();
    }
  }

  private List<MessageEvent> next(ChainName chain) {
    return jdbc.sql(
            """
            WITH freed AS (
              DELETE FROM deferred_fact WHERE id IN
                (SELECT id FROM deferred_fact WHERE chain = ? ORDER BY id LIMIT ?)
              RETURNING id, fact)
            SELECT fact FROM freed ORDER BY id\
            """)
        .params(chain.value(), AT_ONCE)
        .query(
            (row, at) ->
                EventCodec.decode(
                    Topics.MESSAGE_EVENTS, row.getString("fact").getBytes(StandardCharsets.UTF_8)))
        .list();
  }

  /** Another reader of the chain may have started or ended one. */
  void forget(ChainName chain) {
    running.remove(chain);
  }

  /**
   * What may be told of a range above a back-fill; the rest is kept. All of it when none runs.
   *
   * @param sent the messages of the range
   */
  List<MessageEvent> tellable(ChainName chain, List<MessageEvent> facts, Set<TxId> sent) {
    if (!isRunning(chain)) {
      return facts;
    }
    Set<TxId> known = live(chain, sent, facts);
    List<MessageEvent> told = new ArrayList<>();
    List<MessageEvent> kept = new ArrayList<>();
    facts.forEach(fact -> (follows(fact) && !known.contains(fact.txid()) ? kept : told).add(fact));
    keep(chain, kept);
    return told;
  }

  /** Holds the last range of a back-fill off until this transaction has ended. */
  private boolean isRunning(ChainName chain) {
    if (!running.getOrDefault(chain, true)) {
      return false;
    }
    boolean found =
        !jdbc.sql("SELECT from_number FROM backfill WHERE chain = ? FOR SHARE")
            .param(chain.value())
            .query(Long.class)
            .list()
            .isEmpty();
    running.put(chain, found);
    return found;
  }

  private static boolean follows(MessageEvent fact) {
    return fact instanceof GasPrepaid
        || fact instanceof QuotePaid
        || fact instanceof MessageSettled
        || fact instanceof RefundPaid;
  }

  private Set<TxId> live(ChainName chain, Set<TxId> sent, List<MessageEvent> facts) {
    jdbc.sql(
            """
            INSERT INTO live_message (chain, txid) SELECT ?, * FROM unnest(?::text[])
            ON CONFLICT DO NOTHING\
            """)
        .params(chain.value(), texts(sent))
        .update();
    Set<TxId> asked = new HashSet<>();
    facts.stream().filter(Backfills::follows).forEach(fact -> asked.add(fact.txid()));
    return new HashSet<>(
        jdbc.sql("SELECT txid FROM live_message WHERE chain = ? AND txid = ANY (?::text[])")
            .params(chain.value(), texts(asked))
            .query((row, at) -> new TxId(row.getString(1)))
            .list());
  }

  private void keep(ChainName chain, List<MessageEvent> facts) {
    if (!facts.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO deferred_fact (chain, fact)
              SELECT ?, fact FROM unnest(?::text[]) WITH ORDINALITY AS kept (fact, place)
               ORDER BY place\
              """)
          .params(
              chain.value(),
              facts.stream()
                  .map(fact -> new String(EventCodec.encode(fact), StandardCharsets.UTF_8))
                  .toArray(String[]::new))
          .update();
    }
  }

  private static String[] texts(Collection<TxId> txids) {
    return txids.stream().map(TxId::hex).toArray(String[]::new);
  }
}
