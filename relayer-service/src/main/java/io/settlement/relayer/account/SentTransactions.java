// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form of every transaction that lanes have signed with an account. */
final class SentTransactions {
  private static final String NOTHING = "NOOP";

  private final JdbcClient jdbc;

  SentTransactions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One signed form. Of all forms with the same nonce at most one is ever mined.
   *
   * @param purpose FILL when this form gives up what the transaction carried before
   * @param value wei that go along
   * @param members messages it carries
   */
  record Form(
      long nonce, Hash hash, Purpose purpose, EvmAddress to, Wei value, List<TxId> members) {}

  /** All with nonces from {@code from} to before {@code until}; one statement. */
  List<Form> between(Book book, long from, long until) {
    return jdbc.sql(
            """
            SELECT s.nonce, s.purpose, s.contract, s.value, s.members, a.tx_hash, a.noop
              FROM lane l
              JOIN submission s ON s.lane = l.lane
              JOIN attempt a ON a.submission = s.id
             WHERE l.submitter = ? AND split_part(l.lane, '/', 1) = ?
               AND s.nonce >= ? AND s.nonce < ?
             ORDER BY s.nonce, a.signed_at DESC
            """)
        .params(book.account().hex(), book.chain().value(), from, until)
        .query((row, n) -> form(book, row))
        .list();
  }

  private static Form form(Book book, ResultSet row) throws SQLException {
    String purpose = row.getString("purpose");
    Hash hash = new Hash(row.getString("tx_hash"));
    if (row.getBoolean("noop") || purpose.equals(NOTHING)) {
      return new Form(
          row.getLong("nonce"), hash, Purpose.FILL, book.account(), Wei.ZERO, List.of());
    }
    return new Form(
        row.getLong("nonce"),
        hash,
        Purpose.valueOf(purpose),
        new EvmAddress(row.getString("contract")),
        new Wei(row.getBigDecimal("value").toBigIntegerExact()),
        members(row.getArray("members")));
  }

  private static List<TxId> members(Array column) throws SQLException {
    return Arrays.stream((Object[]) column.getArray())
        .map(txid -> new TxId((String) txid))
        .toList();
  }
}
