// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import io.settlement.chain.contract.GasReceipts;
import io.settlement.chain.contract.GasServiceAbi.ReceiptClaim;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts and their trees; each method is one statement, whatever the number of rows. */
@Repository
class Receipts {
  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A tree that the vault accepts receipts of, once it is published.
   *
   * @param count of its leaves
   * @param uri where they can be read
   * @param publishedAt when the vault's word was final; null before
   */
  record Tree(
      Hash root,
      ChainName chain,
      EvmAddress vault,
      int count,
      String uri,
      Instant builtAt,
      @Nullable Instant publishedAt,
      @Nullable Hash publishedTx) {}

  /** A receipt in its tree. */
  record Filed(ChainName chain, ReceiptClaim claim) {}

  /** Lets one instance at a time build, until its transaction ends. */
  boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('settlement.gas.receipts'))")
        .query(Boolean.class)
        .single();
  }

  /** Chains of which so many receipts wait for a tree, or one has waited since that moment. */
  List<ChainName> ready(int atOnce, Instant waitingSince) {
    return jdbc.sql(
            """
            select chain from gas_vault_account where root is null and due is not null
             group by chain
            having count(*) >= :atOnce or min(decided_at) <= :since::timestamptz
            """)
        .param("atOnce", atOnce)
        .param("since", waitingSince.toString())
        .query((row, index) -> new ChainName(row.getString("chain")))
        .list();
  }

  /** The receipts that have waited longest, held until the transaction ends. */
  List<GasReceipts.Receipt> waiting(ChainName chain, int most) {
    return jdbc.sql(
            """
            select txid, payer, settled as prepaid, settled - due as spent, due as refund
              from gas_vault_account
             where chain = :chain and root is null and due is not null and settled > 0
             order by decided_at limit :most for update skip locked
            """)
        .param("chain", chain.value())
        .param("most", most)
        .query((row, index) -> receipt(row))
        .list();
  }

  /** Keeps a tree and its receipts, each with its proof, and where each receipt is now. */
  void keep(Tree tree, Collection<ReceiptClaim> claims) {
    jdbc.sql(
            """
            with tree as (
              insert into gas_receipt_tree (root, chain, vault, leaves, uri, built_at)
              values (:root, :chain, :vault, :count, :uri, :at::timestamptz)),
            receipts as (
              insert into gas_receipt
                (root, leaf, txid, chain, payer, prepaid, spent, refund, proof)
              select :root, r.leaf, r.txid, :chain, r.payer, r.prepaid, r.spent, r.refund, r.proof
                from unnest(:leaves::text[], :txids::text[], :payers::text[], :prepaid::numeric[],
                            :spent::numeric[], :refunds::numeric[], :proofs::text[])
                  as r (leaf, txid, payer, prepaid, spent, refund, proof))
            update gas_vault_account v set root = :root
              from unnest(:txids::text[], :payers::text[]) as r (txid, payer)
             where v.txid = r.txid and v.chain = :chain and v.payer = r.payer
            """)
        .param("root", tree.root().hex())
        .param("chain", tree.chain().value())
        .param("vault", tree.vault().hex())
        .param("count", tree.count())
        .param("uri", tree.uri())
        .param("at", tree.builtAt().toString())
        .param("leaves", Columns.of(claims, claim -> claim.receipt().leaf()))
        .param("txids", Columns.of(claims, claim -> claim.receipt().txid()))
        .param("payers", Columns.of(claims, claim -> claim.receipt().payer()))
        .param("prepaid", Columns.of(claims, claim -> claim.receipt().prepaid()))
        .param("spent", Columns.of(claims, claim -> claim.receipt().spent()))
        .param("refunds", Columns.of(claims, claim -> claim.receipt().refund()))
        .param("proofs", Columns.of(claims, Receipts::proof))
        .update();
  }

  /** Keeps that vaults accept receipts of these trees; a repeat changes nothing. */
  void published(Collection<ReceiptsPublished> facts) {
    if (facts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update gas_receipt_tree t
               set published_at = p.at, published_tx = p.tx
              from unnest(:roots::text[], :vaults::text[], :times::timestamptz[], :txs::text[])
                as p (root, vault, at, tx)
             where t.root = p.root and t.vault = p.vault and t.published_at is null
            """)
        .param("roots", Columns.of(facts, ReceiptsPublished::root))
        .param("vaults", Columns.of(facts, ReceiptsPublished::account))
        .param("times", Columns.of(facts, fact -> fact.ref().blockTime()))
        .param("txs", Columns.of(facts, fact -> fact.ref().txHash()))
        .update();
  }

  /** The receipts of a message, one for each account that was paid into. */
  List<Filed> of(TxId txid) {
    return jdbc.sql("select * from gas_receipt where txid = ? order by chain, payer")
        .param(txid.hex())
        .query((row, index) -> filed(row))
        .list();
  }

  /** The trees with these roots. */
  List<Tree> trees(Collection<Hash> roots) {
    return jdbc.sql("select * from gas_receipt_tree where root = any(:roots)")
        .param("roots", Columns.of(roots, Hash::hex))
        .query((row, index) -> tree(row))
        .list();
  }

  Optional<Tree> tree(Hash root) {
    return trees(List.of(root)).stream().findFirst();
  }

  /** Receipts of a tree in its order, from the one after this leaf. */
  List<GasReceipts.Receipt> leaves(Hash root, String after, int most) {
    return jdbc.sql(
            "select * from gas_receipt where root = :root and leaf > :after order by leaf limit"
                + " :most")
        .param("root", root.hex())
        .param("after", after)
        .param("most", most)
        .query((row, index) -> receipt(row))
        .list();
  }

  private static String proof(ReceiptClaim claim) {
    return claim.proof().stream().map(Hash::hex).collect(Collectors.joining(","));
  }

  private static Filed filed(ResultSet row) throws SQLException {
    String proof = row.getString("proof");
    List<Hash> siblings =
        proof.isEmpty() ? List.of() : Arrays.stream(proof.split(",")).map(Hash::new).toList();
    return new Filed(
        new ChainName(row.getString("chain")),
        new ReceiptClaim(new Hash(row.getString("root")), receipt(row), siblings));
  }

  private static GasReceipts.Receipt receipt(ResultSet row) throws SQLException {
    return new GasReceipts.Receipt(
        new TxId(row.getString("txid")),
        new EvmAddress(row.getString("payer")),
        new Wei(row.getBigDecimal("prepaid").toBigIntegerExact()),
        new Wei(row.getBigDecimal("spent").toBigIntegerExact()),
        new Wei(row.getBigDecimal("refund").toBigIntegerExact()));
  }

  private static Tree tree(ResultSet row) throws SQLException {
    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
    String publishedTx = row.getString("published_tx");
    return new Tree(
        new Hash(row.getString("root")),
        new ChainName(row.getString("chain")),
        new EvmAddress(row.getString("vault")),
        row.getInt("leaves"),
        row.getString("uri"),
        row.getObject("built_at", OffsetDateTime.class).toInstant(),
        published == null ? null : published.toInstant(),
        publishedTx == null ? null : new Hash(publishedTx));
  }
}
