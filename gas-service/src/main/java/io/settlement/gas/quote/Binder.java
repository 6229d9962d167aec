// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.TxIds;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the one message that is asked about: its txid before it is sent, and its payload. */
@Component
class Binder {
  private final ChainNodes nodes;

  Binder(ChainNodes nodes) {
    this.nodes = nodes;
  }

  /** The message; null when the ask is for any message like it. One question to a node. */
  @Nullable Binding bind(Ask ask, RouteCheck.Tokens tokens) {
    EvmAddress sender = ask.sender();
    if (sender == null || !ask.isBound()) {
      return null;
    }
    RouteId route = ask.subject().route();
    EvmReader source = nodes.of(route.from().chain()).orElse(null);
    if (source == null) {
      return null;
    }
    long next = nextNonce(source, route, sender);
    Long wanted = ask.nonce();
    long nonce = wanted == null ? next : wanted;
    if (nonce < next) {
      throw Problem.conflict(
          "message-already-sent", "the sender's next message through the handler is " + next);
    }
    byte[] payload = payload(ask, tokens, sender, nonce);
    EvmAddress payer = ask.payer();
    return new Binding(
        TxIds.derive(route, sender, nonce),
        sender,
        payer == null ? sender : payer,
        type(payload, tokens),
        payload,
        hash(payload, ask.content().hash()));
  }

  /** The nonce of the sender's next message through a handler; a problem when nobody says. */
  long nextNonce(RouteId route, EvmAddress sender) {
    EvmReader source =
        nodes
            .of(route.from().chain())
            .orElseThrow(
                () -> Problem.unprocessable("unsupported-chain", "no node of the source chain"));
    return nextNonce(source, route, sender);
  }

  private static long nextNonce(EvmReader source, RouteId route, EvmAddress sender) {
    boolean legacy = source.settings().profile() == Profile.LEGACY;
    byte[] question =
        legacy
            ? SettlementAbi.legacyNonceCall(sender)
            : SettlementAbi.nextNonceCall(route.from().evmAddress(), sender);
    Call call = Call.view(source.settings().settlement(), question);
    try {
      long said =
          SettlementAbi.nextNonce(source.forPurpose("quote").call(call, FinalityTag.LATEST));
      return legacy ? said + 1 : said;
    } catch (ChainException | InvalidValue e) {
      throw Problem.unavailable(
          "chain-unavailable", "the source chain does not say which message comes next");
    }
  }

  private static byte @Nullable [] payload(
      Ask ask, RouteCheck.Tokens tokens, EvmAddress sender, long nonce) {
    EvmAddress receiver = ask.content().receiver();
    if (receiver == null) {
      return ask.content().payload();
    }
    EvmAddress fromToken = tokens.from();
    EvmAddress toToken = tokens.to();
    TokenAmount amount = ask.subject().amount();
    if (ask.content().payload() != null || ask.content().hash() != null) {
      throw Problem.badRequest("invalid-payload", "a receiver or a payload, not both");
    }
    if (fromToken == null || toToken == null || amount == null) {
      throw Problem.badRequest("invalid-receiver", "the route moves no tokens");
    }
    return new Erc20Payload(sender, receiver, fromToken, toToken, amount)
        .message(ask.subject().route().from().evmAddress(), nonce);
  }

  private static PayloadType type(byte @Nullable [] payload, RouteCheck.Tokens tokens) {
    if (payload == null) {
      return usual(tokens);
    }
    try {
      return MessageV1.decode(payload).payloadType();
    } catch (InvalidValue e) {
      throw Problem.badRequest("invalid-payload", "the payload is no message of version 1");
    }
  }

  /** What messages of the route carry, as far as its handlers say. */
  static PayloadType usual(RouteCheck.Tokens tokens) {
    return tokens.to() == null ? PayloadType.RAW : PayloadType.ERC20;
  }

  private static Hash hash(byte @Nullable [] payload, @Nullable Hash stated) {
    if (payload == null) {
      return requireNonNull(stated);
    }
    Hash hash = GasQuote.hashOf(payload);
    if (stated != null && !stated.equals(hash)) {
      throw Problem.badRequest("invalid-payload", "the payload's hash is " + hash);
    }
    return hash;
  }
}
