// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static io.settlement.relayer.attest.Rule.orDoubt;
import static io.settlement.relayer.attest.Rule.orRefuse;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.SettlementAbi.CreatedRecord;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TokenTransfer;
import io.settlement.relayer.nodes.Nodes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must hold before a validator lets a destination receive a message (protocol 2.5). */
final class ReceiveRules {
  private static final Logger log = LoggerFactory.getLogger(ReceiveRules.class);

  /** A claim beside what the own node shows. */
  record Case(MessageFinal claimed, ChainSettings source, Finding.Sent found) {
    CrossChainMessage message() {
      return found.message();
    }
  }

  private final Nodes nodes;
  private final RouteBook routes;
  private final List<Rule<Case>> rules;

  ReceiveRules(Nodes nodes, RouteBook routes) {
    this.nodes = nodes;
    this.routes = routes;
    this.rules =
        List.of(
            orRefuse(Refusal.CONTENT_DIFFERS, ReceiveRules::saysWhatIsClaimed),
            orRefuse(Refusal.SAME_CHAIN, ReceiveRules::goesToAnotherChain),
            orRefuse(Refusal.CHAIN_UNKNOWN, this::destinationIsConfigured),
            orRefuse(Refusal.PROFILE_UNSUPPORTED, this::destinationSpeaksV2),
            orDoubt(Refusal.RECORD_DIFFERS, ReceiveRules::sourceKeepsARecord),
            orRefuse(Refusal.RECORD_DIFFERS, ReceiveRules::recordIsPendingForThisMessage),
            orRefuse(Refusal.PAYLOAD_NOT_STRICT, ReceiveRules::payloadIsStrict),
            orRefuse(Refusal.PAYLOAD_TYPE_DIFFERS, ReceiveRules::payloadHasTheSameType),
            orRefuse(Refusal.ADDRESS_OUT_OF_RANGE, ReceiveRules::handlerFitsItsChain),
            orRefuse(Refusal.PAYLOAD_NOT_STRICT, ReceiveRules::transferIsSound),
            orDoubt(Refusal.ROUTE_UNKNOWN, this::routeIsKnown),
            orRefuse(Refusal.ROUTE_CLOSED, this::routeIsOpenBothWays),
            orRefuse(Refusal.TOKEN_DIFFERS, this::tokensAreTheHandlers));
  }

  /** The digest when every rule holds. */
  Verdict judge(Case one) {
    return Rule.firstBroken(rules, one).orElseGet(() -> sign(one));
  }

  private Verdict sign(Case one) {
    ChainSettings destination = nodes.settings(one.message().to().chain()).orElseThrow();
    return new Verdict.Sign(
        Digests.receive(one.message(), destination.chainId(), destination.settlement()));
  }

  private static boolean saysWhatIsClaimed(Case one) {
    MessageFinal claimed = one.claimed();
    boolean same =
        one.message().equals(claimed.message())
            && one.message().txid().equals(claimed.txid())
            && one.message().from().chain().equals(one.source().name())
            && one.found().txHash().equals(claimed.ref().txHash());
    return same || no(one, "the log says something else than the claim");
  }

  private static boolean goesToAnotherChain(Case one) {
    return !one.message().to().chain().equals(one.source().name())
        || no(one, "it goes to the chain it comes from");
  }

  private boolean destinationIsConfigured(Case one) {
    return nodes.settings(one.message().to().chain()).isPresent()
        || no(one, "its destination is not configured here");
  }

  private boolean destinationSpeaksV2(Case one) {
    return nodes
            .settings(one.message().to().chain())
            .filter(chain -> chain.profile() == Profile.V2)
            .isPresent()
        || no(one, "its destination does not hash as protocol 7.1");
  }

  private static boolean sourceKeepsARecord(Case one) {
    return one.found().record().status() != 0 || no(one, "the source has no record of it");
  }

  private static boolean recordIsPendingForThisMessage(Case one) {
    CreatedRecord record = one.found().record();
    return record.pendingFor(one.message())
        || no(one, "the source's record is of another route or sender, or not pending");
  }

  private static boolean payloadIsStrict(Case one) {
    try {
      MessageV1.decode(Hex.decode(one.message().payload()));
      return true;
    } catch (InvalidValue unreadable) {
      return no(one, "the payload is not a message of version 1");
    }
  }

  private static boolean payloadHasTheSameType(Case one) {
    MessageV1 payload = MessageV1.decode(Hex.decode(one.message().payload()));
    return payload.payloadType() == one.message().payloadType()
        || no(one, "the payload names another type");
  }

  private static boolean handlerFitsItsChain(Case one) {
    return one.message().to().isEvm() || no(one, "the receiving handler is no EVM address");
  }

  private static boolean transferIsSound(Case one) {
    if (one.message().payloadType() != PayloadType.ERC20) {
      return true;
    }
    TokenTransfer transfer = one.message().transfer();
    boolean sound =
        transfer != null
            && !transfer.amount().isZero()
            && transfer.receiver().toBigInteger().signum() > 0;
    return sound || no(one, "the payload is not a transfer of something to somebody");
  }

  private boolean routeIsKnown(Case one) {
    return routes.knows(one.message().route())
        || no(one, "the registry does not know the route, its chains or its handlers");
  }

  private boolean routeIsOpenBothWays(Case one) {
    return routes.isOpenBothWays(one.message().route()) || no(one, "the route is not open");
  }

  private boolean tokensAreTheHandlers(Case one) {
    TokenTransfer transfer = one.message().transfer();
    if (transfer == null) {
      return true;
    }
    boolean theirs =
        routes.moves(one.message().from(), transfer.fromToken())
            && routes.moves(one.message().to(), transfer.toToken());
    return theirs || no(one, "the tokens are not those of the handlers");
  }

  private static boolean no(Case one, String why) {
    log.atWarn()
        .addKeyValue("txid", one.claimed().txid())
        .addKeyValue("kind", "RECEIVE")
        .addKeyValue("chain", one.source().name())
        .log("not signed: {}", why);
    return false;
  }
}
