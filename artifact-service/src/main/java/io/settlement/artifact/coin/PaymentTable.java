// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.artifact.book.Place;
import io.settlement.events.PsbtEvent.PayoutConfirmed;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.kit.sql.Columns;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What vaults paid; each method is a fixed number of statements, whatever the number of rows. */
@Repository
class PaymentTable {
  private final JdbcClient jdbc;

  PaymentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Withdrawals that one transaction paid; amounts are satoshi.
   *
   * @param vaultFee what the vault paid of its own
   */
  record Batch(
      String name, HandlerId vault, BigInteger vaultFee, Place place, List<Member> members) {}

  /** One withdrawal: what it took out of escrow, and what arrived. */
  record Member(TxId txid, BigInteger amount, BigInteger paid) {}

  /**
   * What a withdrawal came to.
   *
   * @param btcTxid the transaction, as explorers write it
   * @param amount satoshi that were taken out of escrow
   * @param paid satoshi that arrived
   * @param fee satoshi of the miner's fee that it bore: the rest of the amount
   * @param block height of its block
   */
  record Payout(
      TxId txid,
      String address,
      BigInteger amount,
      BigInteger paid,
      BigInteger fee,
      Hash btcTxid,
      long vout,
      long block) {}

  private record Part(String batch, PayoutConfirmed.Paid paid) {}

  /** What the vault may come to pay; of a batch that is paid it is known. */
  void expect(Collection<PsbtProposed> proposals) {
    jdbc.sql(
            """
            insert into vault_expense (batch, round, vault, fee)
            select * from unnest(:batches::text[], :rounds::int[], :vaults::text[],
                                 :fees::numeric[]) as e (batch, round, vault, fee)
             where not exists (select 1 from payout_batch b where b.batch = e.batch)
            on conflict do nothing
            """)
        .param("batches", Columns.of(proposals, PsbtProposed::batch))
        .param("rounds", Columns.of(proposals, PsbtProposed::round))
        .param("vaults", Columns.of(proposals, PsbtProposed::vault))
        .param("fees", Columns.of(proposals, PsbtProposed::fee))
        .update();
  }

  /** What is known already stays. */
  void keep(Collection<PayoutConfirmed> paid) {
    jdbc.sql(
            """
            insert into payout_batch (batch, vault, tx_hash, fee, vault_fee, block)
            select * from unnest(:batches::text[], :vaults::text[], :hashes::text[],
                                 :fees::numeric[], :vaultFees::numeric[], :blocks::bigint[])
            on conflict do nothing
            """)
        .param("batches", Columns.of(paid, PayoutConfirmed::batch))
        .param("vaults", Columns.of(paid, PayoutConfirmed::vault))
        .param("hashes", Columns.of(paid, PayoutConfirmed::txHash))
        .param("fees", Columns.of(paid, PayoutConfirmed::fee))
        .param("vaultFees", Columns.of(paid, PayoutConfirmed::vaultFee))
        .param("blocks", Columns.of(paid, PayoutConfirmed::blockNumber))
        .update();
    List<Part> parts =
        paid.stream()
            .flatMap(one -> one.members().stream().map(member -> new Part(one.batch(), member)))
            .toList();
    jdbc.sql(
            """
            insert into payout_member (txid, batch, vout, amount, paid)
            select * from unnest(:txids::text[], :batches::text[], :vouts::bigint[],
                                 :amounts::numeric[], :paids::numeric[])
            on conflict do nothing
            """)
        .param("txids", Columns.of(parts, part -> part.paid().txid()))
        .param("batches", Columns.of(parts, Part::batch))
        .param("vouts", Columns.of(parts, part -> part.paid().vout()))
        .param("amounts", Columns.of(parts, part -> part.paid().amount()))
        .param("paids", Columns.of(parts, part -> part.paid().paid()))
        .update();
    jdbc.sql("delete from vault_expense where batch = any(:batches::text[])")
        .param("batches", Columns.of(paid, PayoutConfirmed::batch))
        .update();
  }

  /** Those whose books are not known yet, held until the transaction ends. */
  List<Batch> unbooked(int limit) {
    List<Batch> batches =
        jdbc.sql(
                """
                select * from payout_batch where artifact is null
                 order by batch limit ? for update skip locked
                """)
            .param(limit)
            .query((row, n) -> batch(row))
            .list();
    Map<String, List<Member>> members = members(batches);
    return batches.stream()
        .map(
            one ->
                new Batch(
                    one.name(),
                    one.vault(),
                    one.vaultFee(),
                    one.place(),
                    members.getOrDefault(one.name(), List.of())))
        .toList();
  }

  private record Owned(String batch, Member member) {}

  private Map<String, List<Member>> members(List<Batch> batches) {
    return jdbc
        .sql("select * from payout_member where batch = any(:batches::text[]) order by txid")
        .param("batches", Columns.of(batches, Batch::name))
        .query((row, n) -> new Owned(row.getString("batch"), member(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Owned::batch, Collectors.mapping(Owned::member, Collectors.toList())));
  }

  /** Whose books each belongs to. */
  void belong(Map<String, String> artifacts) {
    jdbc.sql(
            """
            update payout_batch p set artifact = b.artifact
              from unnest(:batches::text[], :artifacts::text[]) as b (batch, artifact)
             where p.batch = b.batch
            """)
        .param("batches", Columns.of(artifacts.entrySet(), Map.Entry::getKey))
        .param("artifacts", Columns.of(artifacts.entrySet(), Map.Entry::getValue))
        .update();
  }

  Optional<Payout> payout(String artifact, TxId txid) {
    return jdbc.sql(
            """
            select m.txid, c.btc_address, m.amount, m.paid, m.vout, b.tx_hash, b.block
              from payout_member m
              join payout_batch b on b.batch = m.batch
              join btc_message c on c.txid = m.txid
             where m.txid = ? and b.artifact = ?
            """)
        .params(txid.hex(), artifact)
        .query((row, n) -> payout(row))
        .optional();
  }

  private static Payout payout(ResultSet row) throws SQLException {
    Member member = member(row);
    return new Payout(
        member.txid(),
        row.getString("btc_address"),
        member.amount(),
        member.paid(),
        member.amount().subtract(member.paid()),
        new Hash(row.getString("tx_hash")),
        row.getLong("vout"),
        row.getLong("block"));
  }

  private static Batch batch(ResultSet row) throws SQLException {
    HandlerId vault = HandlerId.parse(row.getString("vault"));
    return new Batch(
        row.getString("batch"),
        vault,
        row.getBigDecimal("vault_fee").toBigIntegerExact(),
        new Place(vault.chain(), row.getLong("block"), new Hash(row.getString("tx_hash"))),
        List.of());
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        new TxId(row.getString("txid")),
        row.getBigDecimal("amount").toBigIntegerExact(),
        row.getBigDecimal("paid").toBigIntegerExact());
  }
}
