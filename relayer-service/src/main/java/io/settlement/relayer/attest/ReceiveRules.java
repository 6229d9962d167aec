// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static io.settlement.relayer.attest.Rule.orDoubt;
import static io.settlement.relayer.attest.Rule.orRefuse;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TokenTransfer;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.nodes.Nodes;
import java.util.List;
import java.util.stream.Stream;

/** What must hold before a validator lets a destination receive a message (protocol 2.5). */
final class ReceiveRules {
  private final Nodes nodes;
  private final RouteBook routes;
  private final List<Rule<SentCase>> rules;

  ReceiveRules(Nodes nodes, RouteBook routes, FinalityPolicy policy) {
    this.nodes = nodes;
    this.routes = routes;
    this.rules =
        Stream.concat(
                new SourceRules(nodes, routes, policy).all().stream(),
                Stream.of(
                    orRefuse(Refusal.PAYLOAD_NOT_STRICT, ReceiveRules::payloadIsStrict),
                    orRefuse(Refusal.PAYLOAD_TYPE_DIFFERS, ReceiveRules::payloadHasTheSameType),
                    orRefuse(Refusal.PAYLOAD_NOT_STRICT, ReceiveRules::transferIsSound),
                    orDoubt(Refusal.ROUTE_UNKNOWN, this::routeIsKnown),
                    orRefuse(Refusal.ROUTE_CLOSED, this::routeIsOpenBothWays),
                    orRefuse(Refusal.TOKEN_DIFFERS, this::tokensAreTheHandlers),
                    orRefuse(Refusal.REPLAYABLE, this::onlyItsDestinationCanTakeIt)))
            .toList();
  }

  /** The digest when every rule holds. */
  Verdict judge(SentCase one) {
    return Rule.firstBroken(rules, one).orElseGet(() -> sign(one));
  }

  private Verdict sign(SentCase one) {
    if (routes.isBitcoin(one.message().to().chain())) {
      return new Verdict.Keep(
          new MessageFinal(
              one.message().txid(), one.message(), one.claim().ref(), one.claim().fact().at()));
    }
    ChainSettings destination = nodes.settings(one.message().to().chain()).orElseThrow();
    return Verdict.Sign.of(ContractDialect.of(destination).receiveForm(one.message()), destination);
  }

  private static boolean payloadIsStrict(SentCase one) {
    try {
      MessageV1.decode(Hex.decode(one.message().payload()));
      return true;
    } catch (InvalidValue unreadable) {
      return one.no("the payload is not a message of version 1");
    }
  }

  private static boolean payloadHasTheSameType(SentCase one) {
    MessageV1 payload = MessageV1.decode(Hex.decode(one.message().payload()));
    return payload.payloadType() == one.message().payloadType()
        || one.no("the payload names another type");
  }

  private static boolean transferIsSound(SentCase one) {
    if (one.message().payloadType() != PayloadType.ERC20) {
      return true;
    }
    TokenTransfer transfer = one.message().transfer();
    boolean sound =
        transfer != null
            && !transfer.amount().isZero()
            && transfer.receiver().toBigInteger().signum() > 0;
    return sound || one.no("the payload is not a transfer of something to somebody");
  }

  private boolean routeIsKnown(SentCase one) {
    return routes.knows(one.message().route())
        || one.no("the registry does not know the route, its chains or its handlers");
  }

  private boolean routeIsOpenBothWays(SentCase one) {
    return routes.isOpenBothWays(one.message().route()) || one.no("the route is not open");
  }

  private boolean onlyItsDestinationCanTakeIt(SentCase one) {
    return !routes.hasTwinOfLegacy(one.message().to())
        || one.no("another chain of profile LEGACY has a handler at the same address");
  }

  private boolean tokensAreTheHandlers(SentCase one) {
    TokenTransfer transfer = one.message().transfer();
    if (transfer == null) {
      return true;
    }
    boolean theirs =
        routes.moves(one.message().from(), transfer.fromToken())
            && routes.moves(one.message().to(), transfer.toToken());
    return theirs || one.no("the tokens are not those of the handlers");
  }
}
