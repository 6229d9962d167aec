// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.nodes.Nodes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weighs a claim about Bitcoin against what the own node there says, and against what this
 * validator found itself on the chain a withdrawal comes from.
 */
final class BitcoinJudge {
  private static final Logger log = LoggerFactory.getLogger(BitcoinJudge.class);

  private final BitcoinWitness witness;
  private final Withdrawals withdrawals;
  private final Nodes nodes;
  private final RouteBook routes;
  private final ExpireRules expiries;

  BitcoinJudge(
      BitcoinWitness witness,
      Withdrawals withdrawals,
      Nodes nodes,
      RouteBook routes,
      ExpireRules expiries) {
    this.witness = witness;
    this.withdrawals = withdrawals;
    this.nodes = nodes;
    this.routes = routes;
    this.expiries = expiries;
  }

  BitcoinWitness witness() {
    return witness;
  }

  Verdict judge(Claim claim) {
    return switch (claim) {
      case Claim.Sent it -> deposit(claim, Optional.of(it.fact().message()));
      case Claim.Overdue it -> deposit(claim, Optional.of(it.fact().message()));
      case Claim.Handled it -> outcome(claim, it.fact().outcome());
      case Claim.Asked it ->
          claim.kind() == Kind.CALLBACK ? askedForAnOutcome(it) : deposit(claim, Optional.empty());
    };
  }

  // ---------------------------------------------------------------- from Bitcoin

  private Verdict deposit(Claim claim, Optional<CrossChainMessage> claimed) {
    return switch (witness.deposit(claim.ref(), claim.txid())) {
      case Testimony.NotYet it -> new Verdict.Patience();
      case Testimony.Absent it -> new Verdict.Doubt(Refusal.LOG_ABSENT);
      case Testimony.Contradicted it -> refuse(claim, Refusal.CONTENT_DIFFERS, it.why());
      case Testimony.Confirmed it -> confirmed(claim, claimed.orElse(it.message()), it.message());
    };
  }

  private Verdict confirmed(Claim claim, CrossChainMessage claimed, CrossChainMessage found) {
    ChainSettings destination = nodes.settings(found.to().chain()).orElse(null);
    if (!found.equals(claimed) || !found.txid().equals(claim.txid())) {
      return refuse(claim, Refusal.CONTENT_DIFFERS, "the output says something else");
    }
    if (destination == null) {
      return refuse(claim, Refusal.CHAIN_UNKNOWN, "its destination was not told here");
    }
    if (!found.to().isEvm()) {
      return refuse(claim, Refusal.ADDRESS_OUT_OF_RANGE, "the handler is no EVM address");
    }
    if (claim.kind() == Kind.EXPIRE) {
      return expiries.askTheDestination(claim.txid(), found);
    }
    if (!isDeposit(found)) {
      return refuse(claim, Refusal.PAYLOAD_NOT_STRICT, "the payload is no deposit");
    }
    if (!routes.knows(found.route())) {
      return doubt(claim, "the registry does not know the route, its chains or its handlers");
    }
    return routes.isOpenBothWays(found.route())
        ? Verdict.Sign.alone(ContractDialect.of(destination).receiveForm(found), destination)
        : refuse(claim, Refusal.ROUTE_CLOSED, "the route is not open");
  }

  private static boolean isDeposit(CrossChainMessage message) {
    try {
      PayloadType type = MessageV1.decode(Hex.decode(message.payload())).payloadType();
      return type == PayloadType.BTC_DEPOSIT && type == message.payloadType();
    } catch (InvalidValue unreadable) {
      return false;
    }
  }

  // ---------------------------------------------------------------- to Bitcoin

  /** Whoever asks does not say how it ended: the node tells which of the two it was. */
  private Verdict askedForAnOutcome(Claim.Asked claim) {
    Verdict paid = outcome(claim, Outcome.SUCCESS);
    boolean open = paid instanceof Verdict.Sign || paid instanceof Verdict.Patience;
    return open ? paid : outcome(claim, Outcome.FAILED);
  }

  private Verdict outcome(Claim claim, Outcome outcome) {
    MessageFinal withdrawal = withdrawals.find(claim.txid()).orElse(null);
    if (withdrawal == null) {
      // Its source may be behind here, where it is checked; who lacks the signature asks again.
      return new Verdict.Doubt(Refusal.WITHDRAWAL_UNKNOWN);
    }
    CrossChainMessage message = withdrawal.message();
    return switch (witness.outcome(message, outcome, claim.ref())) {
      case Testimony.NotYet it -> new Verdict.Patience();
      case Testimony.Absent it -> new Verdict.Doubt(Refusal.LOG_ABSENT);
      case Testimony.Contradicted it -> refuse(claim, Refusal.CONTENT_DIFFERS, it.why());
      case Testimony.Confirmed it -> ended(claim, message, outcome);
    };
  }

  private Verdict ended(Claim claim, CrossChainMessage message, Outcome outcome) {
    ChainSettings source = nodes.settings(message.from().chain()).orElse(null);
    if (source == null) {
      return refuse(claim, Refusal.CHAIN_UNKNOWN, "its source was not told here");
    }
    if (!routes.knows(message.route())) {
      return doubt(claim, "the registry does not know the route, its chains or its handlers");
    }
    return Verdict.Sign.alone(
        ContractDialect.of(source)
            .callbackForm(message.txid(), message.to(), message.from(), outcome),
        source);
  }

  private Verdict refuse(Claim claim, Refusal reason, String why) {
    tell(claim, why);
    return new Verdict.Refuse(reason);
  }

  private Verdict doubt(Claim claim, String why) {
    tell(claim, why);
    return new Verdict.Doubt(Refusal.ROUTE_UNKNOWN);
  }

  private void tell(Claim claim, String why) {
    log.atWarn()
        .addKeyValue("txid", claim.txid())
        .addKeyValue("kind", claim.kind())
        .addKeyValue("chain", witness.chain())
        .log("not signed: {}", why);
  }
}
