// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.ChainFact.Failed;
import io.settlement.gas.account.ChainFact.Kind;
import io.settlement.kit.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the chains said of money; each method is one statement, whatever the number of rows. */
@Repository
class ChainFacts {
  private final JdbcClient jdbc;

  ChainFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps facts; what is known already stays as it is. */
  void record(Collection<FactSheet> sheets) {
    List<ChainFact> facts = sheets.stream().flatMap(sheet -> sheet.money.stream()).toList();
    if (facts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into gas_fact
              (txid, kind, chain, block_number, block_hash, block_time, tx_hash, log_index, party,
               amount, submitter, gas_used, gas_price, data_fee, fee, stranger, purpose, members)
            select * from unnest(
              :txids::text[], :kinds::text[], :chains::text[], :blocks::bigint[], :hashes::text[],
              :times::timestamptz[], :txHashes::text[], :logs::bigint[], :parties::text[],
              :amounts::numeric[], :submitters::text[], :gasUsed::bigint[], :gasPrices::numeric[],
              :dataFees::numeric[], :fees::numeric[], :strangers::boolean[], :purposes::text[],
              :members::integer[])
            on conflict do nothing
            """)
        .param("txids", Columns.of(facts, ChainFact::txid))
        .param("kinds", Columns.of(facts, ChainFact::kind))
        .param("chains", Columns.of(facts, f -> f.ref().chain()))
        .param("blocks", Columns.of(facts, f -> f.ref().blockNumber()))
        .param("hashes", Columns.of(facts, f -> f.ref().blockHash()))
        .param("times", Columns.of(facts, f -> f.ref().blockTime()))
        .param("txHashes", Columns.of(facts, f -> f.ref().txHash()))
        .param("logs", Columns.of(facts, f -> f.ref().logIndex()))
        .param("parties", Columns.of(facts, ChainFact::party))
        .param("amounts", Columns.of(facts, ChainFact::amount))
        .param("submitters", cost(facts, ExecutionCost::submitter))
        .param("gasUsed", cost(facts, ExecutionCost::gasUsed))
        .param("gasPrices", cost(facts, ExecutionCost::gasPrice))
        .param("dataFees", cost(facts, ExecutionCost::dataFee))
        .param("fees", cost(facts, ExecutionCost::fee))
        .param("strangers", Columns.of(facts, ChainFacts::isStrangers))
        .param("purposes", failed(facts, Failed::purpose))
        .param("members", failed(facts, Failed::members))
        .update();
  }

  /**
   * Keeps that logs are gone. Returns the messages of which something that changes what is owed was
   * in the ledger by then, each the first time it is heard.
   */
  Set<TxId> withdraw(Collection<FactSheet> sheets) {
    List<FactWithdrawn> gone = sheets.stream().flatMap(s -> s.withdrawn.stream()).toList();
    if (gone.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                with gone as (
                  insert into gas_withdrawal (txid, tx_hash, log_index, block_hash, fact)
                  select * from unnest(:txids::text[], :txHashes::text[], :logs::bigint[],
                                       :hashes::text[], :facts::text[])
                  on conflict do nothing returning *)
                select distinct f.txid
                  from gone join gas_fact f using (txid, tx_hash, log_index, block_hash)
                 where f.charge is not null and f.kind <> 'REFUND'
                """)
            .param("txids", Columns.of(gone, FactWithdrawn::txid))
            .param("txHashes", Columns.of(gone, w -> w.ref().txHash()))
            .param("logs", Columns.of(gone, w -> w.ref().logIndex()))
            .param("hashes", Columns.of(gone, w -> w.ref().blockHash()))
            .param("facts", Columns.of(gone, FactWithdrawn::fact))
            .query((row, index) -> new TxId(row.getString("txid")))
            .list());
  }

  /** The facts that stand, by message, in the order they were heard. */
  Map<TxId, List<BookedFact>> of(Collection<TxId> txids) {
    Map<TxId, List<BookedFact>> facts = new HashMap<>();
    jdbc.sql("select * from gas_fact_standing where txid = any(:txids) order by id")
        .param("txids", Columns.of(txids, TxId::hex))
        .query(
            row -> {
              BookedFact fact = new BookedFact(fact(row), wei(row, "charge"));
              facts.computeIfAbsent(fact.fact.txid(), txid -> new ArrayList<>()).add(fact);
            });
    return facts;
  }

  /** Keeps what is in the ledger now. */
  void save(Collection<GasAccount> accounts) {
    List<BookedFact> booked =
        accounts.stream()
            .flatMap(account -> account.money.facts().stream())
            .filter(BookedFact::isChanged)
            .toList();
    if (booked.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update gas_fact f set charge = b.charge
              from unnest(:txids::text[], :kinds::text[], :txHashes::text[], :logs::bigint[],
                          :hashes::text[], :charges::numeric[])
                as b (txid, kind, tx_hash, log_index, block_hash, charge)
             where f.txid = b.txid and f.kind = b.kind and f.tx_hash = b.tx_hash
               and f.log_index = b.log_index and f.block_hash = b.block_hash
            """)
        .param("txids", Columns.of(booked, b -> b.fact.txid()))
        .param("kinds", Columns.of(booked, b -> b.fact.kind()))
        .param("txHashes", Columns.of(booked, b -> b.fact.ref().txHash()))
        .param("logs", Columns.of(booked, b -> b.fact.ref().logIndex()))
        .param("hashes", Columns.of(booked, b -> b.fact.ref().blockHash()))
        .param("charges", Columns.of(booked, b -> b.charge))
        .update();
  }

  private static <V> @Nullable String[] cost(
      List<ChainFact> facts, Function<ExecutionCost, V> value) {
    return Columns.of(
        facts,
        fact -> {
          ExecutionCost cost = fact.cost();
          return cost == null ? null : value.apply(cost);
        });
  }

  private static boolean isStrangers(ChainFact fact) {
    ExecutionCost cost = fact.cost();
    return cost != null && cost.stranger();
  }

  private static <V> @Nullable String[] failed(List<ChainFact> facts, Function<Failed, V> value) {
    return Columns.of(
        facts,
        fact -> {
          Failed failed = fact.failed();
          return failed == null ? null : value.apply(failed);
        });
  }

  private static ChainFact fact(ResultSet row) throws SQLException {
    String party = row.getString("party");
    return new ChainFact(
        new TxId(row.getString("txid")),
        Kind.valueOf(row.getString("kind")),
        ref(row),
        party == null ? null : new EvmAddress(party),
        new Wei(row.getBigDecimal("amount").toBigIntegerExact()),
        cost(row),
        failed(row));
  }

  private static LogRef ref(ResultSet row) throws SQLException {
    return new LogRef(
        new ChainName(row.getString("chain")),
        row.getLong("block_number"),
        new Hash(row.getString("block_hash")),
        row.getObject("block_time", OffsetDateTime.class).toInstant(),
        new Hash(row.getString("tx_hash")),
        row.getLong("log_index"));
  }

  private static @Nullable ExecutionCost cost(ResultSet row) throws SQLException {
    BigDecimal fee = row.getBigDecimal("fee");
    return fee == null
        ? null
        : new ExecutionCost(
            new ChainName(row.getString("chain")),
            new Hash(row.getString("tx_hash")),
            new EvmAddress(row.getString("submitter")),
            new Gas(row.getLong("gas_used")),
            new Wei(row.getBigDecimal("gas_price").toBigIntegerExact()),
            new Wei(row.getBigDecimal("data_fee").toBigIntegerExact()),
            new Wei(fee.toBigIntegerExact()),
            row.getBoolean("stranger"));
  }

  private static @Nullable Failed failed(ResultSet row) throws SQLException {
    String purpose = row.getString("purpose");
    return purpose == null ? null : new Failed(Purpose.valueOf(purpose), row.getInt("members"));
  }

  private static @Nullable Wei wei(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : new Wei(value.toBigIntegerExact());
  }
}
