// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last proof of each account. */
@Component
class ProofTable {
  private final JdbcClient jdbc;

  ProofTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was found last.
   *
   * @param agreedBlock the last block at which books and chain were the same; null when never
   * @param differsSince when they were found to differ; null while they do not
   * @param detail names the entries; null while they do not differ
   */
  record Row(
      ChainName chain,
      EvmAddress account,
      Proved.Subject subject,
      long block,
      String blockHash,
      BigInteger books,
      BigInteger found,
      Instant provedAt,
      @Nullable Long agreedBlock,
      @Nullable Instant differsSince,
      @Nullable String detail) {

    boolean differs() {
      return differsSince != null;
    }
  }

  List<Row> all() {
    return jdbc.sql("select * from proof order by chain, account, subject")
        .query((row, n) -> row(row))
        .list();
  }

  /** The last one, locked until the transaction ends. */
  Optional<Row> find(Account account, Proved.Subject subject) {
    return jdbc.sql(
            "select * from proof where chain = ? and account = ? and subject = ? for update")
        .params(account.chain().value(), account.address().hex(), subject.name())
        .query((row, n) -> row(row))
        .optional();
  }

  /**
   * Takes the place of the last one.
   *
   * @param detail names the entries; null when both are the same
   */
  void put(Proved one, @Nullable Instant differsSince, @Nullable String detail, Instant now) {
    jdbc.sql(
            """
            insert into proof (chain, account, subject, block_number, block_hash, books, found,
                               proved_at, agreed_block, differs_since, detail)
            values (:chain, :account, :subject, :block, :hash, :books, :found, :now,
                    case when :agrees then :block end, :since, :detail)
            on conflict (chain, account, subject) do update
               set block_number = excluded.block_number, block_hash = excluded.block_hash,
                   books = excluded.books, found = excluded.found,
                   proved_at = excluded.proved_at,
                   agreed_block = coalesce(excluded.agreed_block, proof.agreed_block),
                   differs_since = excluded.differs_since, detail = excluded.detail
            """)
        .param("chain", one.account().chain().value())
        .param("account", one.account().address().hex())
        .param("subject", one.subject().name())
        .param("block", one.block().number())
        .param("hash", one.block().hash().hex())
        .param("books", new BigDecimal(one.books()))
        .param("found", new BigDecimal(one.found()))
        .param("now", Timestamp.from(now))
        .param("agrees", differsSince == null)
        .param("since", differsSince == null ? null : Timestamp.from(differsSince))
        .param("detail", detail)
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    Timestamp since = row.getTimestamp("differs_since");
    return new Row(
        new ChainName(row.getString("chain")),
        new EvmAddress(row.getString("account")),
        Proved.Subject.valueOf(row.getString("subject")),
        row.getLong("block_number"),
        row.getString("block_hash"),
        row.getBigDecimal("books").toBigIntegerExact(),
        row.getBigDecimal("found").toBigIntegerExact(),
        row.getTimestamp("proved_at").toInstant(),
        row.getObject("agreed_block", Long.class),
        since == null ? null : since.toInstant(),
        row.getString("detail"));
  }
}
