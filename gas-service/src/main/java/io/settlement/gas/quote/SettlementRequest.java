// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to send. Either a quote is asked for with it, or one that was given is used.
 *
 * @param sender the user's own account: it holds the tokens and signs the transactions; of a
 *     deposit of BTC who gets the artifacts unless receiver is said
 * @param receiver who gets the tokens there; the sender by default
 * @param quote what to quote; its sender, receiver and payer are those above
 * @param quoteId a quote that was given and has not expired
 * @param btcAddress who is paid by a withdrawal to Bitcoin
 * @param call of a route without tokens: what the handler's own contract is called with
 */
record SettlementRequest(
    @NotNull EvmAddress sender,
    @Nullable EvmAddress receiver,
    @Nullable @Valid QuoteRequest quote,
    @Nullable String quoteId,
    @Schema(description = "Who is paid by a withdrawal to Bitcoin") @Nullable @Size(max = 90)
        String btcAddress,
    @Schema(
            description =
                "Of a route without tokens: calldata of the handler's own function, hexadecimal")
        @Nullable
        @Size(max = 40_000)
        String call) {

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
    return quote;
  }

  /** The calldata, of a message without tokens. */
  byte[] callData() {
    if (call == null) {
      throw Problem.unprocessable(
          "not-buildable",
          "the handler moves no token: say by call what its own contract is called with");
    }
    try {
      byte[] data = Hex.decode(call);
      if (data.length >= Integer.BYTES) {
        return data;
      }
    } catch (InvalidValue e) {
      throw invalidCall();
    }
    throw invalidCall();
  }

  private static Problem invalidCall() {
    return Problem.badRequest("invalid-settlement", "call is 0x and the calldata of a function");
  }

  private static void requireSame(String name, @Nullable EvmAddress said, EvmAddress needed) {
    if (said != null && !said.equals(needed)) {
      throw Problem.badRequest("invalid-settlement", name + " is not " + needed);
    }
  }
}
