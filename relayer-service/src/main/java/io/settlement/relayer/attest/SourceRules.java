// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import static io.settlement.relayer.attest.Rule.orDoubt;
import static io.settlement.relayer.attest.Rule.orRefuse;

import io.settlement.chain.contract.ContractDialect;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.nodes.Nodes;
import java.util.List;

/** What must hold of a message on its source before anything is signed for its destination. */
final class SourceRules {
  private final Nodes nodes;
  private final RouteBook routes;
  private final FinalityPolicy policy;

  SourceRules(Nodes nodes, RouteBook routes, FinalityPolicy policy) {
    this.nodes = nodes;
    this.routes = routes;
    this.policy = policy;
  }

  List<Rule<SentCase>> all() {
    return List.of(
        orRefuse(Refusal.CONTENT_DIFFERS, SourceRules::saysWhatIsClaimed),
        new Rule<>(this::isFinalHere, new Verdict.Patience()),
        orRefuse(Refusal.SAME_CHAIN, SourceRules::goesToAnotherChain),
        orRefuse(Refusal.CHAIN_UNKNOWN, this::destinationWasTold),
        orRefuse(Refusal.TXID_DIFFERS, SourceRules::txidIsOfRouteSenderAndNonce),
        orDoubt(Refusal.RECORD_DIFFERS, SourceRules::sourceKeepsARecord),
        orRefuse(Refusal.ENDED, SourceRules::sourceWaitsForIt),
        orRefuse(Refusal.RECORD_DIFFERS, SourceRules::recordIsPendingForThisMessage),
        orRefuse(Refusal.ADDRESS_OUT_OF_RANGE, this::handlerFitsItsChain));
  }

  private static boolean saysWhatIsClaimed(SentCase one) {
    boolean same =
        one.message().equals(one.claimed())
            && one.message().txid().equals(one.claimedTxid())
            && one.message().from().chain().equals(one.source().name())
            && one.found().txHash().equals(one.claimedTransaction());
    return same || one.no("the log says something else than the claim");
  }

  /**
   * Whoever told it and however it came to be judged: nothing is signed before it is final here.
   */
  private boolean isFinalHere(SentCase one) {
    return policy.isFinalHere(one.message(), one.claim().ref().blockNumber());
  }

  private static boolean goesToAnotherChain(SentCase one) {
    return !one.message().to().chain().equals(one.source().name())
        || one.no("it goes to the chain it comes from");
  }

  private boolean destinationWasTold(SentCase one) {
    return nodes.settings(one.message().to().chain()).isPresent()
        || goesToBitcoin(one)
        || one.no("its destination was not told here");
  }

  /** Our contracts keep no copy of the route: with the record's nonce, the txid stands for it. */
  private static boolean txidIsOfRouteSenderAndNonce(SentCase one) {
    return ContractDialect.of(one.source()).derivesTxid(one.message())
        || one.no("the txid is not made of its route, sender and nonce");
  }

  private static boolean sourceKeepsARecord(SentCase one) {
    return one.found().record().status() != 0 || one.no("the source has no record of it");
  }

  /** Nothing to warn of: others signed, and this validator is late. */
  private static boolean sourceWaitsForIt(SentCase one) {
    return !one.found().record().hasEnded();
  }

  private static boolean recordIsPendingForThisMessage(SentCase one) {
    return one.found().record().pendingFor(one.message())
        || one.no("the source's record is of another message");
  }

  private boolean handlerFitsItsChain(SentCase one) {
    return one.message().to().isEvm() != goesToBitcoin(one)
        || one.no("the receiving handler does not fit its chain");
  }

  private boolean goesToBitcoin(SentCase one) {
    return routes.isBitcoin(one.message().to().chain());
  }
}
