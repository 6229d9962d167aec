// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.settlement.events.TransactionEvent;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which accounts are the operator's, on each chain. Couriers write theirs down before they send
 * anything; observers of the same database read them. None is ever forgotten: what a former key
 * paid was paid by the operator all the same.
 */
public final class OperatorAccounts {
  private final JdbcClient jdbc;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  OperatorAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Calls the listener when an account was written down here. */
  void onAdded(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * An account that this operator sends with from now on; again is harmless.
   *
   * @return whether its books have begun: what it sends earlier is in none
   */
  public boolean join(ChainName chain, EvmAddress account, TransactionEvent.Role role) {
    int added =
        jdbc.sql(
                """
                INSERT INTO operator_account (chain, account, role) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(chain.value(), account.hex(), role.name())
            .update();
    if (added > 0) {
      listeners.forEach(Runnable::run);
      return false;
    }
    return jdbc.sql(
            "SELECT next_nonce IS NOT NULL FROM operator_account WHERE chain = ? AND account = ?")
        .params(chain.value(), account.hex())
        .query(Boolean.class)
        .single();
  }

  /** All of a chain; empty when no courier has written to this database. */
  public Set<EvmAddress> of(ChainName chain) {
    return jdbc
        .sql("SELECT account FROM operator_account WHERE chain = ?")
        .param(chain.value())
        .query((row, n) -> new EvmAddress(row.getString("account")))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
