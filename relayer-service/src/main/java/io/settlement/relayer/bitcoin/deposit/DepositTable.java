// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.events.EventCodec;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blocks that were read, and the outputs in them that paid a vault. */
final class DepositTable {
  private final JdbcClient jdbc;

  DepositTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A block that was read.
   *
   * @param height blocks before it
   */
  record Read(long height, Hash hash) {}

  /** The highest block that was read. */
  Optional<Read> tip() {
    return below(Long.MAX_VALUE);
  }

  /** The highest block that was read below a height. */
  Optional<Read> below(long height) {
    return jdbc.sql(
            "SELECT height, hash FROM bitcoin_block WHERE height < ? ORDER BY height DESC LIMIT 1")
        .param(height)
        .query((row, at) -> new Read(row.getLong("height"), new Hash(row.getString("hash"))))
        .optional();
  }

  /** Another block was read; false when another instance was faster. */
  boolean add(BitcoinHeader block) {
    return jdbc.sql(
                """
                INSERT INTO bitcoin_block (height, hash, parent) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING\
                """)
            .params(block.height(), block.hash().hex(), block.parent().hex())
            .update()
        == 1;
  }

  /** Forgets blocks far below, which no reorganisation reaches; false positives cost nothing. */
  void forgetBlocksBelow(long height) {
    jdbc.sql("DELETE FROM bitcoin_block WHERE height < ?").param(height).update();
  }

  /** Forgets blocks above a height; false when there are none any more. */
  boolean forgetBlocksAbove(long height) {
    return jdbc.sql("DELETE FROM bitcoin_block WHERE height > ?").param(height).update() > 0;
  }

  /** An output that was found; false when it is there already. */
  boolean add(Sighting seen, State state, Instant now) {
    CrossChainMessage message = seen.message();
    return jdbc.sql(
                """
                INSERT INTO deposit AS d
                  (tx_hash, vout, vault, index, sats, block_number, block_hash, state, txid,
                   confirmations, fact, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tx_hash, vout) DO UPDATE
                   SET block_number = excluded.block_number, block_hash = excluded.block_hash,
                       state = excluded.state, txid = excluded.txid, fact = excluded.fact,
                       confirmations = excluded.confirmations, seen_at = excluded.seen_at,
                       final_at = NULL, round = 0
                 WHERE d.state = 'WITHDRAWN'\
                """)
            .params(seen.output().outpoint().txid().hex(), seen.output().outpoint().vout())
            .params(seen.vault().id().toString(), seen.address().index(), seen.output().sats())
            .params(seen.ref().blockNumber(), seen.ref().blockHash().hex(), state.name())
            .param(message == null ? null : message.txid().hex())
            .param(seen.confirmations())
            .param(
                message == null
                    ? null
                    : json(new MessageObserved(message.txid(), message, seen.ref(), now)))
            .param(Timestamp.from(now))
            .update()
        == 1;
  }

  /** Those that enough blocks stand on now; they are final from here on. */
  List<Deposit> finalised(long tip, Instant now) {
    return jdbc.sql(
            """
            UPDATE deposit SET state = 'FINAL', final_at = ?
             WHERE state = 'SEEN' AND block_number + confirmations - 1 <= ? RETURNING fact, state\
            """)
        .params(Timestamp.from(now), tip)
        .query((row, at) -> deposit(row))
        .list();
  }

  /** Removes what was only seen above a height, and returns it. */
  List<Deposit> takeSeenAbove(long height) {
    jdbc.sql("DELETE FROM deposit WHERE block_number > ? AND state IN ('TOO_SMALL', 'UNASSIGNED')")
        .param(height)
        .update();
    return jdbc.sql(
            "DELETE FROM deposit WHERE block_number > ? AND state = 'SEEN' RETURNING fact, state")
        .param(height)
        .query((row, at) -> deposit(row))
        .list();
  }

  /** Marks what was final above a height as withdrawn, and returns it. */
  List<Deposit> withdrawFinalAbove(long height) {
    return jdbc.sql(
            """
            UPDATE deposit SET state = 'WITHDRAWN'
             WHERE block_number > ? AND state = 'FINAL' RETURNING fact, state\
            """)
        .param(height)
        .query((row, at) -> deposit(row))
        .list();
  }

  /**
   * A deposit that was told, and how often again.
   *
   * @param fact as it was told the last time
   */
  record Told(Outpoint output, MessageObserved fact, State state, int round) {}

  /** What was told of an output; empty when it makes no message, or is not there. */
  Optional<Told> told(Outpoint output) {
    return jdbc.sql("SELECT * FROM deposit WHERE tx_hash = ? AND vout = ? AND fact IS NOT NULL")
        .params(output.txid().hex(), output.vout())
        .query(
            (row, at) -> {
              Deposit one = deposit(row);
              return new Told(output, one.fact(), one.state(), row.getInt("round"));
            })
        .optional();
  }

  /** It is about another message now; false when it changed meanwhile. */
  boolean toldAgain(Told before, MessageObserved again, String actor, String because) {
    int round = DepositMessages.round(again.message());
    int changed =
        jdbc.sql(
                """
                UPDATE deposit SET round = ?, txid = ?, fact = ?
                 WHERE tx_hash = ? AND vout = ? AND state = 'FINAL' AND txid = ?\
                """)
            .params(round, again.txid().hex(), json(again))
            .params(before.output().txid().hex(), before.output().vout())
            .param(before.fact().txid().hex())
            .update();
    if (changed == 1) {
      jdbc.sql(
              """
              INSERT INTO deposit_telling (txid, tx_hash, vout, round, told_by, because, told_at)
              VALUES (?, ?, ?, ?, ?, ?, ?)\
              """)
          .params(again.txid().hex(), before.output().txid().hex(), before.output().vout())
          .params(round, actor, because, Timestamp.from(again.at()))
          .update();
    }
    return changed == 1;
  }

  /** How many outputs are in a state. */
  long count(State state) {
    return jdbc.sql("SELECT count(*) FROM deposit WHERE state = ?")
        .param(state.name())
        .query((row, at) -> row.getLong(1))
        .single();
  }

  private static Deposit deposit(ResultSet row) throws SQLException {
    MessageEvent fact =
        EventCodec.decode(
            Topics.MESSAGE_EVENTS, row.getString("fact").getBytes(StandardCharsets.UTF_8));
    if (fact instanceof MessageObserved observed) {
      return new Deposit(observed, State.valueOf(row.getString("state")));
    }
    throw new IllegalStateException("a deposit was told as " + fact.typeName());
  }

  private static String json(MessageObserved fact) {
    return new String(EventCodec.encode(fact), StandardCharsets.UTF_8);
  }
}
