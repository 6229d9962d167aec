// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.artifact.book.FactReader;
import io.settlement.artifact.coin.CoinMessage;
import io.settlement.artifact.plan.act.Sign;
import io.settlement.artifact.plan.track.Fact.Began;
import io.settlement.artifact.plan.track.Fact.Came;
import io.settlement.artifact.plan.track.Fact.Failed;
import io.settlement.artifact.plan.track.Fact.Spot;
import io.settlement.artifact.plan.track.Fact.TakenBack;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What messages say to plans. One that arrived is done: what it brought is its receiver's. One that
 * failed has failed when its source says so: only then its sender has back what it took.
 */
@Component
class PlanMessages implements FactReader {
  private static final ChainName BITCOIN = new ChainName("Bitcoin");

  private final Tracking tracking;

  PlanMessages(Tracking tracking) {
    this.tracking = tracking;
  }

  @Override
  public void onMessages(List<MessageEvent> facts) {
    List<Fact> said = new ArrayList<>();
    for (MessageEvent fact : facts) {
      switch (fact) {
        case MessageFinal f -> sign(f).ifPresent(sign -> said.add(began(f, sign)));
        case MessageDelivered f -> {
          if (f.outcome() == Outcome.SUCCESS) {
            said.add(
                new Came(key(f.txid(), "arrived"), awaited(f), spot(f.ref()), payment(f), null));
          }
        }
        case MessageSettled f -> {
          if (f.outcome() == Outcome.FAILED) {
            said.add(
                new Failed(
                    key(f.txid(), "failed"),
                    awaited(f),
                    spot(f.ref()),
                    "message " + f.txid() + " failed; what it took went back"));
          }
        }
        case MessageOrphaned f -> said.add(new TakenBack(key(f.txid(), "sent"), awaited(f)));
        case FactWithdrawn f -> {
          if (f.fact().equals("MessageFinal")) {
            said.add(new TakenBack(key(f.txid(), "sent"), awaited(f)));
          }
        }
        default -> {}
      }
    }
    tracking.onFacts(said);
  }

  private static Optional<Sign> sign(MessageFinal fact) {
    CrossChainMessage message = fact.message();
    TokenTransfer tokens = message.transfer();
    if (tokens != null) {
      return Optional.of(
          Sign.transferred(
              message.from(),
              message.to(),
              message.sender(),
              tokens.receiver(),
              tokens.amount().value()));
    }
    return CoinMessage.of(fact)
        .filter(coin -> coin.kind() == CoinMessage.Kind.WITHDRAWAL)
        .map(
            coin ->
                Sign.withdrawn(
                    coin.source(),
                    coin.payload().account(),
                    coin.payload().btcAddress(),
                    coin.payload().amount().value()));
  }

  private static Began began(MessageFinal fact, Sign sign) {
    return new Began(
        key(fact.txid(), "sent"),
        List.of(sign),
        spot(fact.ref()),
        List.of(awaited(fact)),
        null,
        null);
  }

  /** The output that paid a withdrawal: its place in the transaction is that of the fact. */
  private static @Nullable Awaited payment(MessageDelivered fact) {
    LogRef ref = fact.ref();
    return ref.chain().equals(BITCOIN)
        ? Awaited.output(BtcPayload.outpoint(ref.txHash(), BigInteger.valueOf(ref.logIndex())))
        : null;
  }

  private static Awaited awaited(MessageEvent fact) {
    return Awaited.message(fact.txid());
  }

  private static String key(TxId txid, String what) {
    return "message:" + txid + "/" + what;
  }

  private static Spot spot(LogRef ref) {
    return new Spot(ref.chain(), ref.blockNumber(), ref.txHash());
  }
}
