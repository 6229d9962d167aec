// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.settlement.events.TransactionEvent.Role;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The books of all accounts. Whoever moves one must know where it is: of two couriers that read the
 * same nonces one tells them, in the transaction that moves the book.
 */
final class Books {
  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a chain; one statement. */
  List<Book> of(ChainName chain) {
    return jdbc.sql("SELECT * FROM operator_account WHERE chain = ? ORDER BY account")
        .param(chain.value())
        .query(
            (row, n) ->
                new Book(
                    chain,
                    new EvmAddress(row.getString("account")),
                    Role.valueOf(row.getString("role")),
                    row.getObject("next_nonce") != null,
                    row.getLong("next_nonce"),
                    row.getLong("up_to")))
        .list();
  }

  /** False when somebody else has begun it. */
  boolean open(Book book, long nonce, long block) {
    return jdbc.sql(
                """
                UPDATE operator_account SET next_nonce = ?, up_to = ?
                 WHERE chain = ? AND account = ? AND next_nonce IS NULL
                """)
            .params(nonce, block, book.chain().value(), book.account().hex())
            .update()
        == 1;
  }

  /**
   * False when somebody else has moved it.
   *
   * @param to the nonce that is told next
   * @param block where all before it were used
   */
  boolean move(Book from, long to, long block) {
    return jdbc.sql(
                """
                UPDATE operator_account SET next_nonce = ?, up_to = ?
                 WHERE chain = ? AND account = ? AND next_nonce = ?
                """)
            .params(to, block, from.chain().value(), from.account().hex(), from.nextNonce())
            .update()
        == 1;
  }
}
