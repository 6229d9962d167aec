// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of the outputs that paid a vault. */
final class DepositReport {
  private static final String ALL =
      "SELECT d.*, s.address, s.handler, s.recipient FROM deposit d JOIN vault_script s"
          + " USING (vault, index) ";

  private final JdbcClient jdbc;

  DepositReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An output.
   *
   * @param btcTxid its transaction, as explorers write it
   * @param address it pays
   * @param handler that credits it; null when its address was given to nobody, as the next
   * @param amount satoshi
   * @param confirmations blocks that must stand, its own counted, before it is final
   * @param txid its message, the latest; null when it makes none
   * @param round how often it was told again
   */
  record One(
      Hash btcTxid,
      long vout,
      HandlerId vault,
      String address,
      @Nullable HandlerId handler,
      @Nullable EvmAddress recipient,
      long amount,
      State state,
      long block,
      Hash blockHash,
      int confirmations,
      @Nullable TxId txid,
      int round,
      Instant seenAt,
      @Nullable Instant finalAt) {

    Outpoint outpoint() {
      return new Outpoint(btcTxid, vout);
    }
  }

  /** One time it was told again. */
  record Telling(int round, TxId txid, String by, String because, Instant at) {}

  /** In one state, the oldest first, from a place in that order on. */
  List<One> find(State state, @Nullable Instant since, Outpoint after, int limit) {
    return jdbc.sql(
            ALL
                + """
                WHERE d.state = :state
                  AND (d.seen_at, d.tx_hash, d.vout)
                      > (coalesce(:since::timestamptz, '-infinity'), :tx, :vout)
                ORDER BY d.seen_at, d.tx_hash, d.vout LIMIT :limit
                """)
        .param("state", state.name())
        .param("since", since == null ? null : Timestamp.from(since))
        .param("tx", after.txid().hex())
        .param("vout", after.vout())
        .param("limit", limit)
        .query((row, n) -> one(row))
        .list();
  }

  Optional<One> find(Outpoint output) {
    return jdbc.sql(ALL + "WHERE d.tx_hash = ? AND d.vout = ?")
        .params(output.txid().hex(), output.vout())
        .query((row, n) -> one(row))
        .optional();
  }

  List<Telling> tellings(Outpoint output) {
    return jdbc.sql("SELECT * FROM deposit_telling WHERE tx_hash = ? AND vout = ? ORDER BY told_at")
        .params(output.txid().hex(), output.vout())
        .query(
            (row, n) ->
                new Telling(
                    row.getInt("round"),
                    new TxId(row.getString("txid")),
                    row.getString("told_by"),
                    row.getString("because"),
                    row.getTimestamp("told_at").toInstant()))
        .list();
  }

  private static One one(ResultSet row) throws SQLException {
    String handler = row.getString("handler");
    String recipient = row.getString("recipient");
    String txid = row.getString("txid");
    Timestamp finalAt = row.getTimestamp("final_at");
    return new One(
        new Hash(row.getString("tx_hash")),
        row.getLong("vout"),
        HandlerId.parse(row.getString("vault")),
        row.getString("address"),
        handler == null ? null : HandlerId.parse(handler),
        recipient == null ? null : new EvmAddress(recipient),
        row.getLong("sats"),
        State.valueOf(row.getString("state")),
        row.getLong("block_number"),
        new Hash(row.getString("block_hash")),
        row.getInt("confirmations"),
        txid == null ? null : new TxId(txid),
        row.getInt("round"),
        row.getTimestamp("seen_at").toInstant(),
        finalAt == null ? null : finalAt.toInstant());
  }
}
