// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.cost.Size;
import io.settlement.kit.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants to send. With a sender and either payload, payloadHash or receiver the quote
 * is for that message alone, and signed; else it is an estimate for any message like it.
 *
 * @param fromHandler an address; on Bitcoin a vault's 32 bytes
 * @param toHandler the same
 * @param amount in the token's smallest unit, decimal text; left out when the handlers move none
 * @param payloadBytes size of the payload; a token transfer's by default
 * @param handlerGas what the receiving handler is to be given, between 50,000 and 5,000,000 units;
 *     the contracts' default by default
 * @param sender who will call the handler; lets the source leg be estimated by a node
 * @param payer who pays and gets back what is left; the sender by default
 * @param payload the whole message, hexadecimal; lets the receiving handler be simulated
 * @param payloadHash Keccak-256 of it, for who does not want to show it
 * @param receiver who gets the tokens there; the token handlers' message follows from it
 * @param nonce which of the sender's messages through the handler it will be; the next by default
 * @param paymentToken what is paid with; only NATIVE, the default
 */
record QuoteRequest(
    @NotNull ChainName fromChain,
    @NotNull String fromHandler,
    @NotNull ChainName toChain,
    @NotNull String toHandler,
    @Nullable String amount,
    @Nullable @Min(1) @Max(1_000_000) Integer payloadBytes,
    @Nullable @Min(50_000) @Max(5_000_000) Long handlerGas,
    @Nullable EvmAddress sender,
    @Nullable EvmAddress payer,
    @Nullable String payload,
    @Nullable Hash payloadHash,
    @Nullable EvmAddress receiver,
    @Nullable @Min(1) Long nonce,
    @Nullable String paymentToken) {
  private static final String NATIVE = "NATIVE";

  /** Bytes; the contracts take no longer ones. */
  private static final int LONGEST = 8192;

  RouteId route() {
    return new RouteId(handler(fromChain, fromHandler), handler(toChain, toHandler));
  }

  /** A vault of Bitcoin's is named by 32 bytes, everything else by an address. */
  private static HandlerId handler(ChainName chain, String address) {
    return CoinChain.is(chain)
        ? new HandlerId(chain, address)
        : HandlerId.of(chain, new EvmAddress(address));
  }

  /** What is asked; a problem when it cannot be right. */
  Ask ask(GasSettings.Defaults defaults) {
    if (paymentToken != null && !paymentToken.equalsIgnoreCase(NATIVE)) {
      throw Problem.unprocessable(
          "payment-token-unsupported", "gas is paid in the source chain's native token only");
    }
    byte[] bytes = bytes();
    Long gas = handlerGas;
    Gas handler = new Gas(gas == null ? defaults.handlerGas() : gas);
    Size size = new Size(length(bytes, defaults), handler);
    return new Ask(
        new Quote.Subject(route(), size, tokens()),
        sender,
        payer,
        new Ask.Content(bytes, payloadHash, receiver),
        nonce);
  }

  private int length(byte @Nullable [] bytes, GasSettings.Defaults defaults) {
    Integer stated = payloadBytes;
    int known = stated == null ? defaults.payloadBytes() : stated;
    return bytes == null ? known : Math.max(bytes.length, stated == null ? 0 : stated);
  }

  private byte @Nullable [] bytes() {
    String hex = payload;
    if (hex == null) {
      return null;
    }
    try {
      byte[] bytes = Hex.decode(hex);
      if (bytes.length <= LONGEST) {
        return bytes;
      }
    } catch (InvalidValue e) {
      throw Problem.badRequest("invalid-payload", "the payload must be 0x and hexadecimal digits");
    }
    throw Problem.badRequest("invalid-payload", "the payload may have " + LONGEST + " bytes");
  }

  private @Nullable TokenAmount tokens() {
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
