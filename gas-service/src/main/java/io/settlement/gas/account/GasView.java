// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.account.VaultAccount.Way;
import io.settlement.gas.account.WaysToPay.WayToPay;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.quote.HonouredQuotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gas account as partners read it; amounts are wei of the source chain unless said otherwise. A
 * field is absent until it is known.
 *
 * @param required what is or was asked for
 * @param refundTo the sender, whose account is charged first
 * @param prepaid everything paid, into whose account and on which chain of the route ever
 * @param missing what is to be topped up before the message goes on
 * @param waitsFor GAS or QUOTE, while it is short
 * @param waysToPay what is missing; each alone is enough. Where a quote is wanted, on the one that
 *     the message has, while it stands
 * @param quoteId the quote that was honoured
 * @param refusedQuotes signed quotes of the message that it is not charged by, and why
 * @param waiver why nothing was asked for
 * @param margin what the operator keeps, the refund's cost included
 * @param refundDue what is owed to the sender
 * @param refunded what was paid back, all accounts together
 * @param overrun costs beyond the prepayments; the operator bears them
 * @param accounts in the order in which they are charged
 * @param entries the ledger; each cause sums to zero on each chain
 */
record GasView(
    TxId txid,
    State state,
    @Nullable RouteId route,
    @Nullable EvmAddress refundTo,
    @Nullable String quoteId,
    List<HonouredQuotes.Refusal> refusedQuotes,
    @Nullable String waiver,
    @Nullable Wei required,
    Wei prepaid,
    @Nullable Wei missing,
    @Nullable String waitsFor,
    List<WayToPay> waysToPay,
    Spent spent,
    @Nullable Wei margin,
    @Nullable Wei refundDue,
    @Nullable Wei refunded,
    Wei overrun,
    List<Payer> accounts,
    List<Ledger.Entry> entries) {

  /**
   * What was spent, by leg.
   *
   * @param deliveryNative wei of the destination chain
   * @param failed its share of transactions that were reverted as a whole
   * @param refundTransaction the real cost of the sender's refund; the operator bears what its
   *     quoted fee does not cover
   */
  record Spent(
      @Nullable Wei deliveryNative,
      @Nullable Wei delivery,
      @Nullable Wei callback,
      Wei failed,
      @Nullable Wei refundTransaction,
      Wei total) {}

  /**
   * An account in a vault, in wei of its chain.
   *
   * @param worth what it covers, wei of the source chain
   * @param due what goes back; absent until the message has ended
   * @param way how
   * @param root the tree that holds its receipt
   */
  record Payer(
      ChainName chain,
      EvmAddress payer,
      Wei prepaid,
      Wei worth,
      @Nullable Wei due,
      @Nullable Way way,
      @Nullable Wei refunded,
      @Nullable String root) {}

  static GasView of(
      GasAccount account,
      @Nullable String waitsFor,
      List<WayToPay> ways,
      List<HonouredQuotes.Refusal> refusals,
      List<Ledger.Entry> entries) {
    Money money = account.money;
    Sent sent = money.sent();
    Terms terms = account.terms;
    return new GasView(
        account.txid,
        account.state,
        sent == null ? null : sent.route(),
        sent == null ? null : sent.sender(),
        terms == null ? null : terms.quoteId(),
        refusals,
        account.waiver,
        terms == null ? null : terms.required(),
        account.prepaid(),
        account.missing().orElse(null),
        waitsFor,
        ways,
        spent(account),
        account.margin,
        account.refundDue,
        money.vaults().stream().allMatch(vault -> vault.refund == null) ? null : account.refunded(),
        account.overrun(),
        money.vaults().stream().map(vault -> payer(account, vault)).toList(),
        entries);
  }

  private static Payer payer(GasAccount account, VaultAccount vault) {
    Terms terms = account.terms;
    BookedFact refund = vault.refund;
    return new Payer(
        vault.chain,
        vault.payer,
        vault.prepaid,
        account.money.worth(vault.chain, vault.prepaid, terms == null ? null : terms.rates()),
        vault.due,
        vault.way,
        refund == null ? null : refund.fact.amount(),
        vault.root);
  }

  private static Spent spent(GasAccount account) {
    Money money = account.money;
    return new Spent(
        money.first(ChainFact.Kind.DELIVERY).map(d -> d.cost().fee()).orElse(null),
        money.first(ChainFact.Kind.DELIVERY).map(d -> d.charge).orElse(null),
        money.first(ChainFact.Kind.CALLBACK).map(c -> c.charge).orElse(null),
        money
            .charged()
            .filter(item -> item.is(ChainFact.Kind.FAILED))
            .map(BookedFact::chargeOrNothing)
            .reduce(Wei.ZERO, Wei::plus),
        refundCost(money),
        account.spent());
  }

  private static @Nullable Wei refundCost(Money money) {
    Sent sent = money.sent();
    return money.vaults().stream()
        .filter(vault -> sent != null && sent.isOfSender(vault))
        .map(vault -> vault.refund)
        .filter(refund -> refund != null)
        .map(refund -> refund.cost().fee())
        .findFirst()
        .orElse(null);
  }
}
