// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.cost.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gas account as partners read it; amounts are wei of the source chain unless said otherwise. A
 * field is absent until it is known.
 *
 * @param required what is or was asked for
 * @param missing what is to be topped up before the message goes on
 * @param quoteId the quote that was honoured
 * @param waiver why nothing was asked for
 * @param margin what the operator keeps, the refund's cost included
 * @param refundDue what is owed to the payer
 * @param refunded what was paid back
 * @param overrun costs beyond the prepayment; the operator bears them
 * @param entries the ledger; each cause sums to zero
 */
record GasView(
    TxId txid,
    State state,
    @Nullable RouteId route,
    @Nullable EvmAddress refundTo,
    @Nullable String quoteId,
    @Nullable String waiver,
    @Nullable Wei required,
    Wei prepaid,
    @Nullable Wei missing,
    Spent spent,
    @Nullable Wei margin,
    @Nullable Wei refundDue,
    @Nullable Wei refunded,
    Wei overrun,
    List<Ledger.Entry> entries) {

  /**
   * What was spent, by leg.
   *
   * @param deliveryNative wei of the destination chain
   * @param refundTransaction the refund's real cost; the operator bears what its quoted fee does
   *     not cover
   */
  record Spent(
      @Nullable Wei deliveryNative,
      @Nullable Wei delivery,
      @Nullable Wei callback,
      @Nullable Wei refundTransaction,
      Wei total) {}

  static GasView of(GasAccount account, List<Ledger.Entry> entries) {
    ChainFacts facts = account.facts;
    Sent sent = facts.sent();
    Terms terms = account.terms;
    return new GasView(
        account.txid,
        account.state,
        sent == null ? null : sent.route(),
        facts.refundTo(),
        terms == null ? null : terms.quoteId(),
        account.waiver,
        terms == null ? null : terms.required(),
        facts.prepaid(),
        terms == null || account.state != State.SHORT ? null : missing(terms, facts),
        spent(account),
        account.margin,
        account.refundDue,
        facts.refunded(),
        account.overrun(),
        entries);
  }

  private static Wei missing(Terms terms, ChainFacts facts) {
    return facts.prepaid().compareTo(terms.required()) < 0
        ? terms.required().minus(facts.prepaid())
        : Wei.ZERO;
  }

  private static Spent spent(GasAccount account) {
    return new Spent(
        account.facts.deliveryFee(),
        account.deliveryCharge,
        account.callbackCharge,
        account.facts.refundCost(),
        account.spent());
  }
}
