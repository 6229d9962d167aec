// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What the chains say of one transfer from Alpha to Beta. */
public final class Story {
  public static final ChainName ALPHA = new ChainName("Alpha");
  public static final ChainName BETA = new ChainName("Beta");
  private static final EvmAddress USER = new EvmAddress("0x" + "99".repeat(20));
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  public final TxId txid = TxId.of(random(256));
  private final Route route;
  private final TokenAmount amount;

  private Story(Route route, long amount) {
    this.route = route;
    this.amount = TokenAmount.of(amount);
  }

  /** Two handlers of an artifact nobody else uses. */
  public record Route(String artifact, HandlerState source, HandlerState target) {

    public static Route of(SettlementMode mode) {
      String artifact = "TEST-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
      return new Route(
          artifact, handler(artifact, ALPHA, mode), handler(artifact, BETA, mode.pair()));
    }

    public List<HandlerState> states() {
      return List.of(source, target);
    }

    public Story send(long amount) {
      return new Story(this, amount);
    }

    private static HandlerState handler(String artifact, ChainName chain, SettlementMode mode) {
      return new HandlerState(
          HandlerId.of(chain, EvmAddress.of(random(160))),
          EvmAddress.of(random(160)),
          8,
          mode,
          artifact,
          Status.ACTIVE,
          AT);
    }
  }

  public MessageFinal sent() {
    return sent(new TokenTransfer(token(route.source()), token(route.target()), USER, amount));
  }

  private static EvmAddress token(HandlerState handler) {
    return handler.asset().orElseThrow().token();
  }

  public MessageFinal sent(@Nullable TokenTransfer transfer) {
    CrossChainMessage message =
        new CrossChainMessage(
            txid,
            route.source().handler(),
            route.target().handler(),
            USER,
            1,
            PayloadType.ERC20,
            "0x01",
            transfer,
            new Terms(1, new Gas(500_000), AT.plus(Duration.ofDays(7))));
    return new MessageFinal(txid, message, ref(ALPHA), AT);
  }

  public MessageDelivered delivered(Outcome outcome) {
    return new MessageDelivered(txid, outcome, ref(BETA), cost(BETA), AT);
  }

  public MessageSettled settled(Outcome outcome) {
    return new MessageSettled(txid, outcome, ref(ALPHA), cost(ALPHA), AT);
  }

  /** From final to settled. */
  public List<MessageEvent> life(Outcome outcome) {
    return List.of(sent(), delivered(outcome), settled(outcome));
  }

  private static LogRef ref(ChainName chain) {
    Hash hash = Hash.of(random(256));
    return new LogRef(chain, 1, hash, AT, hash, 0);
  }

  private static ExecutionCost cost(ChainName chain) {
    return new ExecutionCost(chain, Hash.of(random(256)), USER, new Gas(1), Wei.of(1), Wei.of(1));
  }

  private static BigInteger random(int bits) {
    return new BigInteger(bits, ThreadLocalRandom.current());
  }
}
