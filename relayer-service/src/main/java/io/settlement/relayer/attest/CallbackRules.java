// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static io.settlement.relayer.attest.Rule.orDoubt;
import static io.settlement.relayer.attest.Rule.orRefuse;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.bitcoin.BitcoinSettings;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.SettlementAbi.HandleResult;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.RouteId;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.nodes.Nodes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must hold before a validator lets a source settle a message. The route must be known but
 * need not be open: closing it must not trap what is already on its way (protocol H-09).
 */
final class CallbackRules {
  private static final Logger log = LoggerFactory.getLogger(CallbackRules.class);

  /**
   * A claim beside what the own node of the destination shows.
   *
   * @param claimed the outcome as it is told
   */
  record Case(Claim claim, Outcome claimed, ChainSettings destination, Finding.Handled found) {
    HandleResult result() {
      return found.result();
    }

    RouteId route() {
      return new RouteId(result().sourceHandler(), result().targetHandler());
    }
  }

  private final Nodes nodes;
  private final RouteBook routes;
  private final FinalityPolicy policy;
  private final List<Rule<Case>> rules;

  CallbackRules(Nodes nodes, RouteBook routes, FinalityPolicy policy) {
    this.nodes = nodes;
    this.routes = routes;
    this.policy = policy;
    this.rules =
        List.of(
            orRefuse(Refusal.CONTENT_DIFFERS, CallbackRules::saysWhatIsClaimed),
            new Rule<>(this::isFinalHere, new Verdict.Patience()),
            orRefuse(Refusal.SAME_CHAIN, CallbackRules::comesFromAnotherChain),
            orRefuse(Refusal.NOT_SIGNED_FOR, CallbackRules::hasSomewhereToGo),
            orRefuse(Refusal.CHAIN_UNKNOWN, this::sourceWasTold),
            orRefuse(Refusal.ADDRESS_OUT_OF_RANGE, CallbackRules::handlerFitsItsChain),
            orDoubt(Refusal.ROUTE_UNKNOWN, this::routeIsKnown));
  }

  /** The digest when every rule holds. */
  Verdict judge(Case one) {
    return Rule.firstBroken(rules, one).orElseGet(() -> sign(one));
  }

  private Verdict sign(Case one) {
    HandleResult result = one.result();
    ChainSettings source = nodes.settings(result.sourceHandler().chain()).orElseThrow();
    return Verdict.Sign.of(
        ContractDialect.of(source)
            .callbackForm(
                result.txid(), result.targetHandler(), result.sourceHandler(), result.outcome()),
        source);
  }

  private static boolean saysWhatIsClaimed(Case one) {
    boolean same =
        one.result().txid().equals(one.claim().txid())
            && one.result().outcome() == one.claimed()
            && one.result().targetHandler().chain().equals(one.destination().name())
            && one.found().txHash().equals(one.claim().ref().txHash());
    return same || no(one, "the log says something else than the claim");
  }

  private boolean isFinalHere(Case one) {
    return policy.isFinalHere(one.destination().name(), one.claim().ref().blockNumber());
  }

  private static boolean comesFromAnotherChain(Case one) {
    return !one.result().sourceHandler().chain().equals(one.destination().name())
        || no(one, "it comes from the chain it went to");
  }

  /** What became of a deposit is told to nobody on Bitcoin. */
  private static boolean hasSomewhereToGo(Case one) {
    return !one.result().sourceHandler().chain().equals(BitcoinSettings.BITCOIN);
  }

  private boolean sourceWasTold(Case one) {
    return nodes.settings(one.result().sourceHandler().chain()).isPresent()
        || no(one, "its source was not told here");
  }

  private static boolean handlerFitsItsChain(Case one) {
    return one.result().sourceHandler().isEvm() || no(one, "the sending handler is no EVM address");
  }

  private boolean routeIsKnown(Case one) {
    return routes.knows(one.route())
        || no(one, "the registry does not know the route, its chains or its handlers");
  }

  private static boolean no(Case one, String why) {
    log.atWarn()
        .addKeyValue("txid", one.claim().txid())
        .addKeyValue("kind", "CALLBACK")
        .addKeyValue("chain", one.destination().name())
        .log("not signed: {}", why);
    return false;
  }
}
