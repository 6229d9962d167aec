// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of keys and vaults; append-only. */
@Component
class EntryTable {
  private static final RowMapper<Entry> ROW =
      (row, n) -> {
        String party = row.getString("party");
        return new Entry(
            new ChainName(row.getString("chain")),
            new EvmAddress(row.getString("account")),
            Entry.Cause.valueOf(row.getString("cause")),
            row.getBigDecimal("amount").toBigIntegerExact(),
            row.getBigDecimal("told").toBigIntegerExact(),
            new Entry.Place(
                row.getLong("block_number"),
                new Hash(row.getString("block_hash")),
                new Hash(row.getString("tx_hash")),
                row.getLong("log_index")),
            row.getObject("nonce", Long.class),
            row.getString("txid"),
            party == null ? null : new EvmAddress(party));
      };

  private final JdbcClient jdbc;
  private final Marks marks;

  EntryTable(JdbcClient jdbc, Marks marks) {
    this.jdbc = jdbc;
    this.marks = marks;
  }

  /**
   * Those that are not booked yet, and no mark that misses them; as many statements for any number.
   */
  @Transactional
  public void add(Collection<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    marks.change();
    jdbc.sql(
            """
            insert into proof_entry
                   (chain, account, cause, amount, told, block_number, block_hash, tx_hash,
                    log_index, nonce, txid, party)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
                                 ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                                 ?::text[], ?::text[])
            on conflict do nothing
            """)
        .param(texts(entries, entry -> entry.chain().value()))
        .param(texts(entries, entry -> entry.account().hex()))
        .param(texts(entries, entry -> entry.cause().name()))
        .param(texts(entries, entry -> entry.amount().toString()))
        .param(texts(entries, entry -> entry.told().toString()))
        .param(numbers(entries, entry -> entry.place().blockNumber()))
        .param(texts(entries, entry -> entry.place().blockHash().hex()))
        .param(texts(entries, entry -> entry.place().txHash().hex()))
        .param(numbers(entries, entry -> entry.place().logIndex()))
        .param(numbers(entries, Entry::nonce))
        .param(texts(entries, Entry::txid))
        .param(texts(entries, entry -> hex(entry.party())))
        .update();
    marks.forget(entries);
  }

  /** The logs at these places are gone: what was booked of them does not count. */
  @Transactional
  public void withdraw(Collection<LogRef> refs) {
    if (refs.isEmpty()) {
      return;
    }
    marks.change();
    jdbc.sql(
            """
            insert into proof_withdrawal (chain, block_hash, tx_hash, log_index)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
            on conflict do nothing
            """)
        .param(texts(refs, ref -> ref.chain().value()))
        .param(texts(refs, ref -> ref.blockHash().hex()))
        .param(texts(refs, ref -> ref.txHash().hex()))
        .param(numbers(refs, LogRef::logIndex))
        .update();
    marks.forgetWithdrawn(refs);
  }

  /**
   * What an account got less what it gave, wei.
   *
   * @param after the block before the first that counts
   * @param upTo the last that counts
   */
  BigInteger moved(Account account, long after, long upTo) {
    return jdbc.sql(
            """
            select (select coalesce(sum(amount), 0) from proof_entry_standing
                     where chain = :chain and account = :account
                       and block_number > :after and block_number <= :upTo)
                 - (select coalesce(sum(amount), 0) from proof_entry_standing
                     where chain = :chain and party = :account and account <> :account
                       and cause <> 'PREPAID' and not :vault
                       and block_number > :after and block_number <= :upTo)
            """)
        .param("chain", account.chain().value())
        .param("account", account.address().hex())
        .param("vault", account.isVault())
        .param("after", after)
        .param("upTo", upTo)
        .query(BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }

  /**
   * By how much more of a vault is the operator's by the books: what closed accounts held, less
   * what went back and what he took.
   *
   * @param after the block before the first that counts
   * @param upTo the last that counts
   */
  BigInteger collected(Account vault, long after, long upTo) {
    return jdbc.sql(
            """
            with fresh as (
              select * from proof_entry_standing
               where chain = :chain and account = :account
                 and block_number > :after and block_number <= :upTo),
            closed as (select distinct txid, party from fresh where cause = 'REFUND')
            select (select coalesce(sum(e.told), 0)
                      from closed c join proof_entry_standing e
                        on e.txid = c.txid and e.party = c.party
                       and e.chain = :chain and e.account = :account
                     where e.cause = 'PREPAID' and e.block_number <= :upTo)
                 + (select coalesce(sum(f.told), 0) from fresh f
                     where f.cause = 'PREPAID'
                       and exists (select from proof_entry_standing e
                                    where e.txid = f.txid and e.party = f.party
                                      and e.chain = :chain and e.account = :account
                                      and e.cause = 'REFUND' and e.block_number <= :after))
                 - (select coalesce(sum(told), 0) from fresh
                     where cause in ('REFUND', 'COLLECTED'))
            """)
        .param("chain", vault.chain().value())
        .param("account", vault.address().hex())
        .param("after", after)
        .param("upTo", upTo)
        .query(BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }

  /** What is booked of an account in some blocks, in their order; at most {@code most}. */
  List<Entry> between(Account account, long from, long to, int most) {
    return jdbc.sql(
            """
            select * from proof_entry_standing
             where chain = :chain and block_number between :from and :to
               and (account = :account or (party = :account and cause <> 'PREPAID'))
             order by block_number, log_index, id limit :most
            """)
        .param("chain", account.chain().value())
        .param("account", account.address().hex())
        .param("from", from)
        .param("to", to)
        .param("most", most)
        .query(ROW)
        .list();
  }

  private static @Nullable String hex(@Nullable EvmAddress address) {
    return address == null ? null : address.hex();
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> @Nullable Long[] numbers(
      Collection<T> rows, Function<T, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
