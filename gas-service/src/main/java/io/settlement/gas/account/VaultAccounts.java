// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.VaultAccount.Way;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about accounts in the vaults; each method is one statement. */
@Repository
class VaultAccounts {
  private final JdbcClient jdbc;

  VaultAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(TxId txid, VaultAccount account) {}

  /** Those about which something was decided, by message. */
  Map<TxId, List<VaultAccount>> of(Collection<TxId> txids) {
    Map<TxId, List<VaultAccount>> accounts = new HashMap<>();
    jdbc.sql("select * from gas_vault_account where txid = any(:txids)")
        .param("txids", Columns.of(txids, TxId::hex))
        .query(
            row -> {
              accounts
                  .computeIfAbsent(new TxId(row.getString("txid")), txid -> new ArrayList<>())
                  .add(account(row));
            });
    return accounts;
  }

  /** Keeps what was decided; the tree that holds a receipt is its builder's to say. */
  void save(Collection<GasAccount> accounts, Instant at) {
    List<Row> rows =
        accounts.stream()
            .flatMap(account -> account.money.vaults().stream().map(v -> new Row(account.txid, v)))
            .filter(row -> row.account().isChanged())
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into gas_vault_account as v
              (txid, chain, payer, settled, due, way, decided_at)
            select d.*, :at::timestamptz from unnest(
              :txids::text[], :chains::text[], :payers::text[], :settled::numeric[],
              :dues::numeric[], :ways::text[]) as d
            on conflict (txid, chain, payer) do update set
              settled = excluded.settled, due = excluded.due, way = excluded.way,
              decided_at = coalesce(v.decided_at, excluded.decided_at)
            """)
        .param("at", at.toString())
        .param("txids", Columns.of(rows, Row::txid))
        .param("chains", Columns.of(rows, r -> r.account().chain))
        .param("payers", Columns.of(rows, r -> r.account().payer))
        .param("settled", Columns.of(rows, r -> r.account().settled))
        .param("dues", Columns.of(rows, r -> r.account().due))
        .param("ways", Columns.of(rows, r -> r.account().way))
        .update();
  }

  private static VaultAccount account(ResultSet row) throws SQLException {
    VaultAccount account =
        new VaultAccount(
            new ChainName(row.getString("chain")), new EvmAddress(row.getString("payer")));
    String way = row.getString("way");
    account.settled = wei(row, "settled");
    account.due = wei(row, "due");
    account.way = way == null ? null : Way.valueOf(way);
    account.root = row.getString("root");
    return account;
  }

  private static @Nullable Wei wei(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : new Wei(value.toBigIntegerExact());
  }
}
