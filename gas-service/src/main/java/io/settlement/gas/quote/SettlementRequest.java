// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to send. Either a quote is asked for with it, or one that was given is used.
 *
 * @param sender the user's own account: it holds the tokens and signs the transactions
 * @param receiver who gets the tokens there; the sender by default
 * @param quote what to quote; its sender, receiver and payer are those above
 * @param quoteId a quote that was given and has not expired
 */
record SettlementRequest(
    @NotNull EvmAddress sender,
    @Nullable EvmAddress receiver,
    @Nullable @Valid QuoteRequest quote,
    @Nullable String quoteId) {

  EvmAddress getter() {
    return receiver == null ? sender : receiver;
  }

  /** The quote that is asked for; null when one was given. A problem when it is neither or both. */
  @Nullable QuoteRequest wanted() {
    if ((quote == null) == (quoteId == null)) {
      throw Problem.badRequest("invalid-settlement", "either quote or quoteId");
    }
    if (quote == null) {
      return null;
    }
    requireSame("quote.sender", quote.sender(), sender);
    requireSame("quote.payer", quote.payer(), sender);
    requireSame("quote.receiver", quote.receiver(), getter());
    if (quote.payload() != null || quote.payloadHash() != null) {
      throw Problem.badRequest("invalid-settlement", "the payload follows from the receiver");
    }
    return quote.of(sender, getter());
  }

  private static void requireSame(String name, @Nullable EvmAddress said, EvmAddress needed) {
    if (said != null && !said.equals(needed)) {
      throw Problem.badRequest("invalid-settlement", name + " is not " + needed);
    }
  }
}
