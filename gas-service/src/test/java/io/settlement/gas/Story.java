// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.TransactionEvent.TransactionPaid;
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
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What the chains say of one message from Alpha to Beta. */
public final class Story {
  public static final ChainName ALPHA = new ChainName("Alpha");
  public static final ChainName BITCOIN = new ChainName("Bitcoin");
  public static final ChainName BETA = new ChainName("Beta");
  public static final EvmAddress USER = new EvmAddress("0x" + "99".repeat(20));
  public static final EvmAddress SUBMITTER = new EvmAddress("0x" + "77".repeat(20));

  public final TxId txid;
  public final RouteId route;
  private final Instant sentAt;
  private long logIndex;

  private Story(TxId txid, RouteId route, Instant sentAt) {
    this.txid = txid;
    this.route = route;
    this.sentAt = sentAt;
  }

  /** A new message on a route nobody else uses, sent now. */
  public static Story begin() {
    return on(randomRoute(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** A withdrawal from Alpha to a vault on Bitcoin. */
  public static Story withdrawal() {
    return on(
        new RouteId(randomRoute().from(), new HandlerId(BITCOIN, "0x" + "7b".repeat(32))),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** A deposit from there to Beta. */
  public static Story deposit() {
    return on(
        new RouteId(new HandlerId(BITCOIN, "0x" + "7b".repeat(32)), randomRoute().to()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The same from Beta to Alpha. */
  public static Story back() {
    RouteId there = randomRoute();
    return on(new RouteId(there.to(), there.from()), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  public static Story on(RouteId route, Instant sentAt) {
    return new Story(TxId.of(random(256)), route, sentAt);
  }

  /** A message that something was told of before. */
  public static Story of(TxId txid, RouteId route, Instant sentAt) {
    return new Story(txid, route, sentAt);
  }

  public static RouteId randomRoute() {
    return new RouteId(
        HandlerId.of(ALPHA, EvmAddress.of(random(160))),
        HandlerId.of(BETA, EvmAddress.of(random(160))));
  }

  public MessageFinal sent() {
    return sent(195);
  }

  public MessageFinal sent(int payloadBytes) {
    return sent(payloadBytes, new Gas(500_000));
  }

  public MessageFinal sent(int payloadBytes, Gas handlerGas) {
    CrossChainMessage message =
        new CrossChainMessage(
            txid,
            route.from(),
            route.to(),
            USER,
            1,
            PayloadType.ERC20,
            "0x" + "01".repeat(payloadBytes),
            null,
            new Terms(1, handlerGas, sentAt.plus(Duration.ofDays(7))));
    return new MessageFinal(txid, message, ref(here()), sentAt);
  }

  public GasPrepaid prepaid(Wei amount) {
    return prepaidInto(USER, amount);
  }

  /** Into the vault's account of this payer. */
  public GasPrepaid prepaidInto(EvmAddress account, Wei amount) {
    return new GasPrepaid(txid, account, account, amount, ref(here()), sentAt);
  }

  /** Into the account of this payer in the destination's vault. */
  public GasPrepaid prepaidThere(EvmAddress account, Wei amount) {
    return new GasPrepaid(txid, account, account, amount, ref(there()), sentAt);
  }

  /** The payment was made on a quote. */
  public QuotePaid quoted(Hash quote, GasPrepaid payment) {
    return new QuotePaid(txid, quote, payment.amount(), quote, payment.ref(), sentAt);
  }

  /** The log of a fact is gone. */
  public FactWithdrawn withdrawn(MessageEvent fact, LogRef ref) {
    return new FactWithdrawn(txid, fact.typeName(), ref, sentAt);
  }

  /** A transaction on the destination with these messages in it was reverted as a whole. */
  public static TransactionPaid failedThere(Purpose purpose, long fee, List<TxId> members) {
    Hash hash = Hash.of(random(256));
    return new TransactionPaid(
        BETA,
        SUBMITTER,
        hash,
        1,
        purpose,
        false,
        new Gas(fee),
        Wei.of(1),
        Wei.ZERO,
        Wei.of(fee),
        Wei.ZERO,
        null,
        members,
        1,
        hash,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** Seen in a block that may still be replaced. */
  public PaymentSeen seen(Wei amount, LogRef block) {
    return new PaymentSeen(txid, amount, block, sentAt);
  }

  /** The block is there no more. */
  public MessageOrphaned orphaned(LogRef block) {
    return new MessageOrphaned(txid, block, sentAt);
  }

  /** Some block of Alpha. */
  public LogRef block() {
    return ref(ALPHA);
  }

  public MessageDelivered delivered(Outcome outcome, long gas, long gasPrice) {
    return new MessageDelivered(txid, outcome, ref(there()), cost(there(), gas, gasPrice), sentAt);
  }

  public MessageSettled settled(Outcome outcome, long gas, long gasPrice) {
    return new MessageSettled(txid, outcome, ref(here()), cost(here(), gas, gasPrice), sentAt);
  }

  /** Nothing happened on the source: it is Bitcoin. */
  public MessageSettled settledWithoutCost(Outcome outcome) {
    return new MessageSettled(txid, outcome, ref(here()), strangers(cost(here(), 0, 0)), sentAt);
  }

  public RefundPaid refunded(Wei amount, long gas, long gasPrice) {
    return new RefundPaid(txid, USER, amount, ref(here()), cost(here(), gas, gasPrice), sentAt);
  }

  /** The same by somebody who is not the operator. */
  public MessageDelivered deliveredByStranger(Outcome outcome, long gas, long gasPrice) {
    return new MessageDelivered(
        txid, outcome, ref(there()), strangers(cost(there(), gas, gasPrice)), sentAt);
  }

  /** An account that its payer closed himself, with a receipt. */
  public RefundPaid claimed(ChainName chain, EvmAddress account, Wei amount) {
    return new RefundPaid(
        txid, account, amount, ref(chain), strangers(cost(chain, 40_000, 1)), sentAt);
  }

  private static ExecutionCost strangers(ExecutionCost cost) {
    return new ExecutionCost(
        cost.chain(),
        cost.txHash(),
        cost.submitter(),
        cost.gasUsed(),
        cost.gasPrice(),
        cost.dataFee(),
        cost.fee(),
        true);
  }

  /** A transaction of this hash in some block of a chain. */
  public LogRef blockOf(ChainName chain, Hash transaction) {
    return new LogRef(chain, 1, transaction, sentAt, transaction, 0);
  }

  /** Delivery for 100,000 × 1 gwei on Beta, callback for 50,000 × 2 gwei on Alpha. */
  public List<MessageEvent> ended() {
    return List.of(
        delivered(Outcome.SUCCESS, 100_000, 1_000_000_000),
        settled(Outcome.SUCCESS, 50_000, 2_000_000_000));
  }

  private ChainName here() {
    return route.from().chain();
  }

  private ChainName there() {
    return route.to().chain();
  }

  private LogRef ref(ChainName chain) {
    Hash hash = Hash.of(random(256));
    return new LogRef(chain, 1, hash, sentAt, hash, logIndex++);
  }

  private static ExecutionCost cost(ChainName chain, long units, long price) {
    Gas gas = new Gas(units);
    Wei gasPrice = Wei.of(price);
    return new ExecutionCost(
        chain, Hash.of(random(256)), SUBMITTER, gas, gasPrice, gas.at(gasPrice));
  }

  private static BigInteger random(int bits) {
    return new BigInteger(bits, ThreadLocalRandom.current());
  }
}
