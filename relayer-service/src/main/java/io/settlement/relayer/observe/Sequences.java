// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.ChainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The numbers that a chain's settlement contract gave its messages, by destination. They follow
 * each other without gaps, so one that is passed over belongs to a message that was missed.
 */
final class Sequences {
  private final JdbcClient jdbc;

  Sequences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Numbers that were passed over.
   *
   * @param from first missing number
   * @param to last missing number
   * @param afterBlock block of the number before
   * @param beforeBlock block of the number after
   */
  record Hole(
      ChainName destination, long from, long to, long afterBlock, long beforeBlock, Instant since) {

    boolean holds(long sequence) {
      return from <= sequence && sequence <= to;
    }

    long missing() {
      return to - from + 1;
    }
  }

  private record Reached(long highest, long block) {}

  /** Notes these messages of final blocks: numbers passed over become holes, others fill some. */
  void note(ChainName chain, Collection<MessageFinal> messages, Instant now) {
    Map<ChainName, NavigableMap<Long, Long>> blocks =
        new TreeMap<>(Comparator.comparing(ChainName::value));
    for (MessageFinal one : messages) {
      blocks
          .computeIfAbsent(one.message().to().chain(), any -> new TreeMap<>())
          .put(one.message().terms().sequence(), one.ref().blockNumber());
    }
    blocks.forEach((destination, numbers) -> note(chain, destination, numbers, now));
  }

  private void note(
      ChainName chain, ChainName destination, NavigableMap<Long, Long> blocks, Instant now) {
    Reached before = reached(chain, destination, blocks.firstEntry());
    Reached reached = before;
    List<Hole> passedOver = new ArrayList<>();
    for (Map.Entry<Long, Long> number : blocks.tailMap(reached.highest(), false).entrySet()) {
      if (number.getKey() > reached.highest() + 1) {
        passedOver.add(
            new Hole(
                destination,
                reached.highest() + 1,
                number.getKey() - 1,
                reached.block(),
                number.getValue(),
                now));
      }
      reached = new Reached(number.getKey(), number.getValue());
    }
    if (reached.highest() > before.highest()) {
      save(chain, destination, reached);
    }
    passedOver.forEach(hole -> insert(chain, hole));
    if (blocks.firstKey() <= before.highest()) {
      fill(chain, destination, blocks.headMap(before.highest(), true).keySet());
    }
  }

  /** Locked until the transaction ends. Where reading began at block 0, number 1 comes first. */
  private Reached reached(ChainName chain, ChainName destination, Map.Entry<Long, Long> first) {
    jdbc.sql(
            """
            INSERT INTO message_sequence (chain, destination, highest, at_block)
            SELECT ?, ?, CASE WHEN from_first_block THEN 0 ELSE ? END,
                   CASE WHEN from_first_block THEN 0 ELSE ? END
              FROM observer_checkpoint WHERE chain = ?
            ON CONFLICT DO NOTHING\
            """)
        .params(chain.value(), destination.value(), first.getKey() - 1, first.getValue())
        .param(chain.value())
        .update();
    return jdbc.sql(
            """
            SELECT highest, at_block FROM message_sequence
             WHERE chain = ? AND destination = ? FOR UPDATE\
            """)
        .params(chain.value(), destination.value())
        .query((row, at) -> new Reached(row.getLong(1), row.getLong(2)))
        .single();
  }

  private void save(ChainName chain, ChainName destination, Reached reached) {
    jdbc.sql(
            """
            UPDATE message_sequence SET highest = ?, at_block = ?
             WHERE chain = ? AND destination = ?\
            """)
        .params(reached.highest(), reached.block(), chain.value(), destination.value())
        .update();
  }

  private void insert(ChainName chain, Hole hole) {
    jdbc.sql(
            """
            INSERT INTO sequence_hole
              (chain, destination, from_sequence, to_sequence, after_block, before_block, since)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(chain.value(), hole.destination().value(), hole.from(), hole.to())
        .params(hole.afterBlock(), hole.beforeBlock(), Timestamp.from(hole.since()))
        .update();
  }

  /** What is known now is missing no more; the rest of a hole stays one, or becomes several. */
  private void fill(ChainName chain, ChainName destination, Collection<Long> known) {
    for (Hole hole : holes(chain, destination)) {
      List<Long> found = known.stream().filter(hole::holds).sorted().toList();
      if (!found.isEmpty()) {
        jdbc.sql(
                """
                DELETE FROM sequence_hole
                 WHERE chain = ? AND destination = ? AND from_sequence = ?\
                """)
            .params(chain.value(), destination.value(), hole.from())
            .update();
        rest(hole, found).forEach(left -> insert(chain, left));
      }
    }
  }

  private static List<Hole> rest(Hole hole, List<Long> found) {
    List<Hole> rest = new ArrayList<>();
    long next = hole.from();
    for (long number : found) {
      if (number > next) {
        rest.add(part(hole, next, number - 1));
      }
      next = number + 1;
    }
    if (next <= hole.to()) {
      rest.add(part(hole, next, hole.to()));
    }
    return rest;
  }

  private static Hole part(Hole hole, long from, long to) {
    return new Hole(
        hole.destination(), from, to, hole.afterBlock(), hole.beforeBlock(), hole.since());
  }

  private List<Hole> holes(ChainName chain, ChainName destination) {
    return jdbc.sql(
            """
            SELECT * FROM sequence_hole WHERE chain = ? AND destination = ?
             ORDER BY from_sequence\
            """)
        .params(chain.value(), destination.value())
        .query((row, at) -> hole(row))
        .list();
  }

  /** All of a chain, oldest first. */
  List<Hole> holes(ChainName chain, int most) {
    return jdbc.sql(
            """
            SELECT * FROM sequence_hole WHERE chain = ?
             ORDER BY since, destination, from_sequence LIMIT ?\
            """)
        .params(chain.value(), most)
        .query((row, at) -> hole(row))
        .list();
  }

  private static Hole hole(ResultSet row) throws SQLException {
    return new Hole(
        new ChainName(row.getString("destination")),
        row.getLong("from_sequence"),
        row.getLong("to_sequence"),
        row.getLong("after_block"),
        row.getLong("before_block"),
        row.getTimestamp("since").toInstant());
  }
}
