// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.plan.act.Sign;
import io.settlement.artifact.plan.track.Fact.Began;
import io.settlement.artifact.plan.track.Fact.Came;
import io.settlement.artifact.plan.track.Fact.Failed;
import io.settlement.artifact.plan.track.Fact.Gain;
import io.settlement.artifact.plan.track.Fact.Spot;
import io.settlement.artifact.position.LogReader;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.ArtifactLog;
import io.settlement.chain.contract.ArtifactLog.SharesRedeemed;
import io.settlement.chain.contract.ArtifactLog.TicketOpened;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the logs around artifacts say to plans; they are read at final blocks only. */
@Component
class PlanLogs implements LogReader {
  private final Tracking tracking;

  PlanLogs(Tracking tracking) {
    this.tracking = tracking;
  }

  @Override
  public void onLogs(Deployment at, List<ReadLog> logs) {
    List<Fact> facts = new ArrayList<>();
    for (ReadLog one : logs) {
      add(facts, at.chain(), one, logs);
    }
    tracking.onFacts(facts);
  }

  private static void add(List<Fact> facts, ChainName chain, ReadLog one, List<ReadLog> all) {
    ChainLog raw = one.raw();
    switch (one.log()) {
      case ArtifactLog.Staked l ->
          facts.add(done(chain, raw, StepKind.STAKE, l.user(), l.amount().value()));
      case ArtifactLog.Unstaked l ->
          facts.add(done(chain, raw, StepKind.UNSTAKE, l.user(), l.amount().value()));
      case ArtifactLog.Wrapped l ->
          facts.add(done(chain, raw, StepKind.WRAP, l.user(), l.amount().value()));
      case ArtifactLog.Unwrapped l ->
          facts.add(done(chain, raw, StepKind.UNWRAP, l.user(), l.amount().value()));
      case ArtifactLog.SharesBought l ->
          facts.add(done(chain, raw, StepKind.POOL, l.user(), l.shares()));
      case SharesRedeemed l -> facts.add(redeemed(chain, raw, l, all));
      case ArtifactLog.TicketClaimed l ->
          facts.add(
              new Came(
                  key(chain, raw),
                  Awaited.ticket(chain, raw.address(), l.ticket()),
                  spot(chain, raw),
                  null,
                  new Gain(l.leg(), l.amount().value())));
      case ArtifactLog.DepositCredited l ->
          credited(facts, chain, raw, l.outpoint(), l.receiver(), l.amount().value());
      case ArtifactLog.DepositHeld l ->
          facts.add(
              new Began(
                  "held:" + l.outpoint(),
                  deposited(chain, raw.address(), l.receiver(), l.amount().value()),
                  spot(chain, raw),
                  List.of(Awaited.output(l.outpoint())),
                  List.of(BigInteger.ZERO),
                  "the handler holds the deposit until it can be minted"));
      case ArtifactLog.DepositRejected l ->
          facts.add(
              new Failed(
                  key(chain, raw),
                  Awaited.output(l.outpoint()),
                  spot(chain, raw),
                  "the deposit was given up: its vault returns it"));
      case ArtifactLog.WithdrawLocked l -> {}
      case ArtifactLog.WithdrawSettled l -> {}
      case ArtifactLog.WithdrawRequested l -> {}
      case TicketOpened l -> {}
      case ArtifactLog.LossReported l -> {}
      case ArtifactLog.LegRestored l -> {}
    }
  }

  private static Began done(
      ChainName chain, ChainLog raw, StepKind kind, EvmAddress user, BigInteger amount) {
    return new Began(
        key(chain, raw),
        List.of(Sign.logged(kind, chain, raw.address(), user, amount)),
        spot(chain, raw),
        List.of(),
        null,
        null);
  }

  /** Legs that are paid later have tickets, opened in the same transaction. */
  private static Began redeemed(
      ChainName chain, ChainLog raw, SharesRedeemed log, List<ReadLog> all) {
    List<Awaited> tickets = new ArrayList<>();
    long latest = 0;
    for (ReadLog other : all) {
      if (other.log() instanceof TicketOpened ticket
          && other.raw().txHash().equals(raw.txHash())
          && other.raw().address().equals(raw.address())
          && other.raw().logIndex() < raw.logIndex()
          && ticket.shares().equals(log.shares())) {
        tickets.add(Awaited.ticket(chain, raw.address(), ticket.ticket()));
        latest = Math.max(latest, ticket.claimableAt());
      }
    }
    return new Began(
        key(chain, raw),
        List.of(Sign.logged(StepKind.UNPOOL, chain, raw.address(), log.user(), log.shares())),
        spot(chain, raw),
        tickets,
        log.amounts(),
        note(tickets, latest));
  }

  private static @Nullable String note(List<Awaited> tickets, long latest) {
    return tickets.isEmpty()
        ? null
        : "its tickets can all be claimed from " + Instant.ofEpochSecond(latest);
  }

  /** Whoever waits for this output comes first; else it may be what a step expects. */
  private static void credited(
      List<Fact> facts,
      ChainName chain,
      ChainLog raw,
      Hash outpoint,
      EvmAddress receiver,
      BigInteger amount) {
    Spot spot = spot(chain, raw);
    facts.add(Came.credited(outpoint, spot, amount));
    facts.add(
        new Began(
            Came.creditOf(outpoint),
            deposited(chain, raw.address(), receiver, amount),
            spot,
            List.of(),
            List.of(amount),
            null));
  }

  private static List<Sign> deposited(
      ChainName chain, EvmAddress handler, EvmAddress receiver, BigInteger amount) {
    return List.of(
        Sign.logged(StepKind.DEPOSIT, chain, handler, receiver, amount),
        Sign.logged(StepKind.DEPOSIT, chain, handler, receiver, null));
  }

  private static String key(ChainName chain, ChainLog raw) {
    return "log:" + chain + "/" + raw.txHash() + "/" + raw.logIndex();
  }

  private static Spot spot(ChainName chain, ChainLog raw) {
    return new Spot(chain, raw.blockNumber(), raw.txHash());
  }
}
