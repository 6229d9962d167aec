// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.LogRef;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was booked of an account up to a block that was proved. Whoever books something holds off
 * whoever sets a mark, so that no mark misses an entry of its blocks.
 */
@Component
class Marks {
  private static final int LOCK = 0x70726f66;

  private final JdbcClient jdbc;

  Marks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A sum.
   *
   * @param upTo the last block it counts
   * @param amount wei
   */
  record Mark(long upTo, BigInteger amount) {}

  /** The mark of an account, if it is not above a block. */
  Optional<Mark> below(Account account, Proved.Subject subject, long block) {
    return jdbc.sql(
            """
            select up_to, amount from proof_mark
             where chain = ? and account = ? and subject = ? and up_to <= ?
            """)
        .params(account.chain().value(), account.address().hex(), subject.name(), block)
        .query(
            (row, n) ->
                new Mark(row.getLong("up_to"), row.getBigDecimal("amount").toBigIntegerExact()))
        .optional();
  }

  /** Holds everybody off who books or marks, until the transaction ends. */
  void hold() {
    jdbc.sql("select pg_advisory_xact_lock(?)::text").param(LOCK).query(String.class).optional();
  }

  /** Books without being marked meanwhile, beside others who book. */
  void change() {
    jdbc.sql("select pg_advisory_xact_lock_shared(?)::text")
        .param(LOCK)
        .query(String.class)
        .optional();
  }

  void put(Account account, Proved.Subject subject, Mark mark) {
    jdbc.sql(
            """
            insert into proof_mark (chain, account, subject, up_to, amount) values (?, ?, ?, ?, ?)
            on conflict (chain, account, subject) do update
               set up_to = excluded.up_to, amount = excluded.amount
            """)
        .params(account.chain().value(), account.address().hex(), subject.name())
        .params(mark.upTo(), new BigDecimal(mark.amount()))
        .update();
  }

  /** One of a chain's blocks, and whose money moved there. */
  private record Touched(String chain, String account, long block) {}

  /** Marks above these entries' blocks, of everybody they concern. */
  void forget(Collection<Entry> entries) {
    List<Touched> touched = new ArrayList<>();
    for (Entry entry : entries) {
      long block = entry.place().blockNumber();
      touched.add(new Touched(entry.chain().value(), entry.account().hex(), block));
      EvmAddress party = entry.party();
      if (party != null) {
        touched.add(new Touched(entry.chain().value(), party.hex(), block));
      }
    }
    jdbc.sql(
            """
            delete from proof_mark m
             using unnest(:chains::text[], :accounts::text[], :blocks::bigint[])
                as t (chain, account, block)
             where m.chain = t.chain and m.account = t.account and m.up_to >= t.block
            """)
        .param("chains", Columns.of(touched, Touched::chain))
        .param("accounts", Columns.of(touched, Touched::account))
        .param("blocks", Columns.of(touched, Touched::block))
        .update();
  }

  /** Marks of the whole chain from these blocks on. */
  void forgetWithdrawn(Collection<LogRef> refs) {
    jdbc.sql(
            """
            delete from proof_mark m
             using unnest(:chains::text[], :blocks::bigint[]) as t (chain, block)
             where m.chain = t.chain and m.up_to >= t.block
            """)
        .param("chains", Columns.of(refs, LogRef::chain))
        .param("blocks", Columns.of(refs, LogRef::blockNumber))
        .update();
  }
}
