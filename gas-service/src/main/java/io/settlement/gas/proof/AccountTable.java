// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose money is proved, and since when. */
@Component
class AccountTable {
  private static final RowMapper<Account> ROW =
      (row, n) ->
          new Account(
              new ChainName(row.getString("chain")),
              new EvmAddress(row.getString("account")),
              Account.Kind.valueOf(row.getString("kind")),
              row.getBigDecimal("opening").toBigIntegerExact(),
              row.getLong("opening_nonce"),
              row.getLong("opened_at"),
              row.getLong("verified_to"));

  private final JdbcClient jdbc;

  AccountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Its books begin; what is known of it already stays. */
  void open(Account one) {
    jdbc.sql(
            """
            insert into proof_account
                   (chain, account, kind, opening, opening_nonce, opened_at, verified_to)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(one.chain().value(), one.address().hex(), one.kind().name(), one.opening())
        .params(one.openingNonce(), one.openedAt(), one.verifiedTo())
        .update();
  }

  List<Account> of(ChainName chain) {
    return jdbc.sql("select * from proof_account where chain = ? order by account")
        .param(chain.value())
        .query(ROW)
        .list();
  }

  Optional<Account> find(ChainName chain, EvmAddress account) {
    return jdbc.sql("select * from proof_account where chain = ? and account = ?")
        .params(chain.value(), account.hex())
        .query(ROW)
        .optional();
  }

  /** Every log of the vault up to a block has its entry. */
  void verified(Account vault, long upTo) {
    jdbc.sql(
            "update proof_account set verified_to = greatest(verified_to, ?)"
                + " where chain = ? and account = ?")
        .params(upTo, vault.chain().value(), vault.address().hex())
        .update();
  }

  /** The newest transaction of a key that is booked in a block up to this one: its nonce. */
  OptionalLong newestNonce(Account key, long upTo) {
    return number("max(nonce)", key, upTo);
  }

  /** The block of the newest transaction of a key that is booked in a block up to this one. */
  OptionalLong newestBlock(Account key, long upTo) {
    return number("max(block_number)", key, upTo);
  }

  private OptionalLong number(String what, Account key, long upTo) {
    Optional<Long> found =
        jdbc.sql(
                "select "
                    + what
                    + " from proof_entry where chain = ? and account = ? and nonce is not null"
                    + " and block_number <= ?")
            .params(key.chain().value(), key.address().hex(), upTo)
            .query(Long.class)
            .optional();
    return found.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
