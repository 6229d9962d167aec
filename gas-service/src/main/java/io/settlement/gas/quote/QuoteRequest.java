// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Size;
import io.settlement.kit.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants to send.
 *
 * @param amount in the token's smallest unit, decimal text; left out when the handlers move none
 * @param payloadBytes size of the payload; a token transfer's by default
 * @param handlerGas what the receiving handler is to be given, between 50,000 and 5,000,000 units;
 *     the contracts' default by default
 * @param sender who will call the handler; lets the source leg be estimated by a node
 */
record QuoteRequest(
    @NotNull ChainName fromChain,
    @NotNull EvmAddress fromHandler,
    @NotNull ChainName toChain,
    @NotNull EvmAddress toHandler,
    @Nullable String amount,
    @Nullable @Min(1) @Max(1_000_000) Integer payloadBytes,
    @Nullable @Min(50_000) @Max(5_000_000) Long handlerGas,
    @Nullable EvmAddress sender) {

  RouteId route() {
    return new RouteId(HandlerId.of(fromChain, fromHandler), HandlerId.of(toChain, toHandler));
  }

  /** The largest message that is asked about. */
  Size size(GasSettings.Defaults defaults) {
    Integer bytes = payloadBytes;
    Long gas = handlerGas;
    return new Size(
        bytes == null ? defaults.payloadBytes() : bytes,
        new Gas(gas == null ? defaults.handlerGas() : gas));
  }

  @Nullable TokenAmount tokens() {
    if (amount == null) {
      return null;
    }
    try {
      TokenAmount tokens = TokenAmount.parse(amount);
      if (!tokens.isZero()) {
        return tokens;
      }
    } catch (InvalidValue e) {
      throw Problem.badRequest("invalid-amount", "the amount must be decimal digits");
    }
    throw Problem.badRequest("invalid-amount", "the amount must be more than 0");
  }
}
