// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message's gas account says. Topic {@link Topics#GAS}, key txid, writer gas-service. All
 * amounts are in the native token of the chain that was prepaid on, the source chain.
 */
public sealed interface GasEvent extends SuiteEvent {

  /** The message. */
  TxId txid();

  @Override
  default String key() {
    return txid().hex();
  }

  @Override
  default Topic<GasEvent> topic() {
    return Topics.GAS_EVENTS;
  }

  /**
   * The prepayment covers delivery, callback and margin, or the operator bears what it does not.
   * Said again, with higher prices, when more is paid while there is work left.
   *
   * @param required what was asked for
   * @param prepaid what was paid
   * @param quoteId the quote that was honoured; null when priced at arrival
   * @param waiver why nothing was asked for; null when something was
   * @param deliveryPrice most for a unit of gas of the delivery that the prepayment covers, wei of
   *     the destination chain; null when nothing was asked for, or before this was said
   * @param callbackPrice the same for the callback, wei of the source chain
   * @param deliveryGas units of the delivery that were priced: with its price, the money that may
   *     be spent on it; null as the price is, or before this was said
   * @param callbackGas the same of the callback
   */
  @JsonTypeName("GasCovered")
  record GasCovered(
      TxId txid,
      Wei required,
      Wei prepaid,
      @Nullable String quoteId,
      @Nullable String waiver,
      @Nullable Wei deliveryPrice,
      @Nullable Wei callbackPrice,
      @Nullable Gas deliveryGas,
      @Nullable Gas callbackGas,
      Instant at)
      implements GasEvent {
    /** Without a price that the prepayment covers. */
    public GasCovered(TxId txid, Wei required, Wei prepaid, @Nullable String quoteId, Instant at) {
      this(txid, required, prepaid, quoteId, null, null, null, null, null, at);
    }
  }

  /** The prepayment does not cover the work yet. */
  @JsonTypeName("GasShort")
  record GasShort(TxId txid, Wei required, Wei prepaid, Wei missing, Instant at)
      implements GasEvent {}

  /**
   * The work is done and the rest belongs to the payer.
   *
   * @param chain where to pay it
   * @param to who gets it
   * @param amount prepaid − spent; may be 0, which only closes the account on chain
   * @param fee what the payer was charged for the payment, wei of that chain; null when nothing
   *     was, or before this was said
   */
  @JsonTypeName("RefundDue")
  record RefundDue(
      TxId txid, ChainName chain, EvmAddress to, Wei amount, @Nullable Wei fee, Instant at)
      implements GasEvent {
    /** Without a charge for it. */
    public RefundDue(TxId txid, ChainName chain, EvmAddress to, Wei amount, Instant at) {
      this(txid, chain, to, amount, null, at);
    }
  }

  /**
   * The account is closed: prepaid = spent + margin + refunded.
   *
   * @param spent delivery and callback at the locked rate
   * @param margin what the operator kept beyond that, the refund's own cost included
   */
  @JsonTypeName("GasAccountClosed")
  record GasAccountClosed(TxId txid, Wei prepaid, Wei spent, Wei margin, Wei refunded, Instant at)
      implements GasEvent {}

  /**
   * What is left of an account is not paid out by the operator: its payer claims it with a receipt
   * of a published tree, whenever he likes.
   *
   * @param chain where the account is
   * @param to whose account it is
   * @param amount what the receipt will say
   * @param reason DUST (worth less than a payment costs), OTHER_PAYER (not the sender's account) or
   *     RECEIPTS_ONLY (the operator's policy for the route)
   */
  @JsonTypeName("RefundClaimable")
  record RefundClaimable(
      TxId txid, ChainName chain, EvmAddress to, Wei amount, String reason, Instant at)
      implements GasEvent {}
}
