// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.events.EventCodec;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Messages that are each sent with a quote of their own, and what they cost in the end. */
public final class QuotedRun {
  private static final String EACH = "0.00000100";
  private static final int SENDERS = 20;

  /** Most that goes on behind those that count: without it the last ones would go alone. */
  private static final int COMPANY = 40_000;

  /** Messages wait for a base fee that was quoted, which may take its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Network network;
  private final Progress progress;

  /** In a running world. */
  public QuotedRun(Network network, Progress progress) {
    this.network = network;
    this.progress = progress;
  }

  /**
   * What a message was said to cost and what it did cost, wei of its source.
   *
   * @param quoted the quote's total, which was prepaid
   * @param spent delivery and callback by their receipts, the delivery at the quote's rate
   * @param promised what the quote's terms keep of that: spent, margin of it, the refund's fee
   * @param paid prepaid less what the vault paid back
   * @param refundSpent what the refund's transaction cost
   * @param legs of the transactions that were made, in their order
   * @param disputed whether the books of gas-service say something else than what was computed here
   */
  public record Account(
      TxId txid,
      Wei quoted,
      Wei spent,
      Wei promised,
      Wei paid,
      Wei refundSpent,
      List<Leg> legs,
      boolean disputed) {

    /** Whether delivery, callback and refund cost more than was quoted. */
    public boolean isAboveQuote() {
      return spent.plus(refundSpent).compareTo(quoted) > 0;
    }

    /** Quoted beyond what delivery, callback and refund cost, in per cent of that. */
    public double excessPercent() {
      return percentOfCost(quoted.value().subtract(cost()));
    }

    /** What went back to the payer, in per cent of the cost: the excess but for the margin. */
    public double returnedPercent() {
      return percentOfCost(quoted.minus(paid).value());
    }

    private double percentOfCost(BigInteger amount) {
      return new BigDecimal(amount)
          .multiply(BigDecimal.valueOf(100))
          .divide(new BigDecimal(cost()), 3, RoundingMode.HALF_UP)
          .doubleValue();
    }

    private BigInteger cost() {
      return spent.plus(refundSpent).value();
    }

    /** Whether what was paid is what the terms say, to the wei. */
    public boolean isExact() {
      return paid.equals(promised) && !disputed;
    }
  }

  /**
   * One leg as it was quoted beside what it was.
   *
   * @param transaction which it was in
   * @param used units of gas that were its part
   * @param units quoted units of gas for each that was used
   * @param price quoted price of a unit for each wei that was paid
   */
  public record Leg(String name, Hash transaction, Gas used, double units, double price) {}

  /** A message's quote. */
  private record Promise(JsonNode quote) {
    Leg leg(String name, ExecutionCost cost) {
      for (JsonNode leg : quote.path("legs")) {
        if (leg.path("leg").asString().equals(name)) {
          Wei price =
              Wei.parse(leg.path("baseFee").asString())
                  .plus(Wei.parse(leg.path("priorityFee").asString()));
          return new Leg(
              name,
              cost.txHash(),
              cost.gasUsed(),
              leg.path("gasLimit").asDouble() / cost.gasUsed().units(),
              price.value().doubleValue() / cost.gasPrice().value().doubleValue());
        }
      }
      throw new Failure("The quote has no leg " + name + ".");
    }

    Wei total() {
      return Wei.parse(quote.path("total").asString());
    }

    /** Rounded up, as quotes state it. */
    Wei toSource(Wei there) {
      BigDecimal rate = new BigDecimal(charging("destinationUsd"));
      return new Wei(
          new BigDecimal(there.value())
              .multiply(rate)
              .divide(new BigDecimal(charging("sourceUsd")), 0, RoundingMode.CEILING)
              .toBigIntegerExact());
    }

    /** What delivery and callback may cost with their margin; the refund's fee is extra. */
    Wei promised(Wei spent) {
      BigInteger bps = quote.path("charging").path("marginBps").bigIntegerValue();
      Wei margin = new Wei(spent.value().multiply(bps).divide(BigInteger.valueOf(10_000)));
      return spent.plus(margin);
    }

    Wei refundFee() {
      return Wei.parse(charging("refundFee"));
    }

    private String charging(String name) {
      return quote.path("charging").path(name).asString();
    }
  }

  /** What the facts say about one message. */
  private static final class Story {
    @Nullable MessageDelivered delivered;
    @Nullable MessageSettled settled;
    @Nullable RefundPaid refunded;
    @Nullable RefundClaimable claimable;
    @Nullable GasAccountClosed closed;

    boolean isOver() {
      return closed != null || claimable != null;
    }
  }

  /** Sends them, waits until all accounts are closed, and tells each one's account. */
  public List<Account> run(String from, String to, int messages, double perSecond) {
    Sending sending = network.from(from).to(to);
    TokenAmount each = sending.units(EACH);
    Senders senders = Senders.prepare(sending, SENDERS, messages, each);
    Senders company = Senders.prepare(sending, 1, COMPANY, each);
    Set<EvmAddress> addresses =
        senders.sendings().stream().map(own -> own.sender().address()).collect(Collectors.toSet());
    Facts facts = new Facts(network.file().kafkaClient());
    Map<TopicPartition, Long> messagesSince = facts.ends(Topics.MESSAGES);
    Map<TopicPartition, Long> gasSince = facts.ends(Topics.GAS);
    try (Watch watch = Watch.begin(facts, addresses)) {
      Map<Hash, Promise> promises = send(senders, each, messages, perSecond);
      Map<TxId, Story> stories = new HashMap<>();
      try (Company behind = new Company(company.sendings().getFirst(), each, perSecond)) {
        behind.begin();
        if (!watch.awaitOver(messages, progress, PATIENCE)) {
          throw new Failure("Nothing has moved for " + PATIENCE.toSeconds() + " s.");
        }
        facts.since(messagesSince, fact -> note(stories, Topics.MESSAGE_EVENTS, fact));
        awaitClosed(facts, gasSince, stories, watch, messages);
      }
      return watch.passages().stream()
          .map(
              passage -> {
                TxId txid = passage.message().txid();
                Promise promise = promises.get(passage.transaction());
                Story story = stories.get(txid);
                if (promise == null || story == null) {
                  throw new Failure("Nothing is known of " + txid + ".");
                }
                return account(txid, promise, story);
              })
          .toList();
    }
  }

  /**
   * Messages that nobody counts, as many as before, until it is closed or there is nothing left to
   * send.
   */
  private final class Company implements AutoCloseable {
    private static final long REFUSED = 1_000;

    private final TokenAmount each;
    private final double perSecond;
    private final Thread thread;
    private volatile boolean over;

    Company(Sending own, TokenAmount each, double perSecond) {
      this.each = each;
      this.perSecond = perSecond;
      this.thread = Thread.ofVirtual().unstarted(() -> send(own));
    }

    void begin() {
      thread.start();
    }

    private void send(Sending own) {
      Instant begin = Instant.now();
      Map<Hash, Promise> nobodys = new ConcurrentHashMap<>();
      for (int i = 0; i < COMPANY && !over; i++) {
        sleepUntil(begin.plusNanos((long) (i / perSecond * 1e9)));
        sendInTheEnd(own, 1L + i, nobodys);
      }
    }

    /** What a wallet offers may be too little once its block comes: then it offers again. */
    private void sendInTheEnd(Sending own, long nonce, Map<Hash, Promise> nobodys) {
      while (!over) {
        try {
          sendOne(own, each, nonce, nobodys);
          return;
        } catch (Node.Refused e) {
          progress.say("company waits: " + e.getMessage());
          Pause.millis(REFUSED);
        }
      }
    }

    @Override
    public void close() {
      over = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Map<Hash, Promise> send(
      Senders senders, TokenAmount each, int messages, double perSecond) {
    Map<Hash, Promise> promises = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> queues = new ArrayList<>();
    Instant begin = Instant.now();
    int queue = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Sending own : senders.sendings()) {
        int first = queue++;
        queues.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = first; i < messages; i += SENDERS) {
                    sleepUntil(begin.plusNanos((long) (i / perSecond * 1e9)));
                    sendOne(own, each, 1L + i / SENDERS, promises);
                  }
                },
                threads));
      }
      queues.forEach(CompletableFuture::join);
    }
    return promises;
  }

  /** Quoted, signed, sent: as a wallet does it. */
  private void sendOne(Sending own, TokenAmount each, long nonce, Map<Hash, Promise> promises) {
    JsonNode quote =
        network
            .partner()
            .post("/v1/quotes", own.quoteRequest(each.toString()))
            .orFail("asking for a quote")
            .json();
    Promise promise = new Promise(quote);
    Wallet wallet = own.from().wallet(own.sender());
    Wallet.Action transfer = own.transfer(each, promise.total());
    String signed = wallet.sign(transfer, nonce, Senders.TRANSFER, wallet.maxFee().shiftLeft(2));
    promises.put(Wallet.hashOf(signed), promise);
    wallet.broadcast(signed);
  }

  private static void sleepUntil(Instant due) {
    long wait = Duration.between(Instant.now(), due).toMillis();
    if (wait > 0) {
      Pause.millis(wait);
    }
  }

  private static void awaitClosed(
      Facts facts,
      Map<TopicPartition, Long> since,
      Map<TxId, Story> stories,
      Watch watch,
      int messages) {
    Instant deadline = Instant.now().plus(Watch.STALLED);
    while (true) {
      facts.since(since, fact -> note(stories, Topics.GAS_EVENTS, fact));
      long closed =
          watch.passages().stream()
              .map(passage -> stories.get(passage.message().txid()))
              .filter(story -> story != null && story.isOver())
              .count();
      if (closed == messages) {
        return;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new Failure("Only %d of %d gas accounts were closed.".formatted(closed, messages));
      }
      Pause.millis(500);
    }
  }

  private static void note(
      Map<TxId, Story> stories, io.settlement.events.Topic<?> topic, Facts.Fact fact) {
    SuiteEvent event =
        EventCodec.decode(topic, fact.json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    switch (event) {
      case MessageDelivered e -> story(stories, e.txid()).delivered = e;
      case MessageSettled e -> story(stories, e.txid()).settled = e;
      case RefundPaid e -> story(stories, e.txid()).refunded = e;
      case RefundClaimable e -> story(stories, e.txid()).claimable = e;
      case GasAccountClosed e -> story(stories, e.txid()).closed = e;
      default -> {
        // Moves no money.
      }
    }
  }

  private static Story story(Map<TxId, Story> stories, TxId txid) {
    return stories.computeIfAbsent(txid, any -> new Story());
  }

  private static Account account(TxId txid, Promise promise, Story story) {
    MessageDelivered delivered = story.delivered;
    MessageSettled settled = story.settled;
    if (delivered == null || settled == null) {
      throw new Failure("The facts of " + txid + " are not complete.");
    }
    Wei total = promise.total();
    Wei spent = promise.toSource(delivered.cost().fee()).plus(settled.cost().fee());
    Wei terms = promise.promised(spent);
    RefundPaid refunded = story.refunded;
    GasAccountClosed closed = story.closed;
    RefundClaimable rest = story.claimable;
    List<Leg> legs = new ArrayList<>();
    legs.add(promise.leg("DELIVERY", delivered.cost()));
    legs.add(promise.leg("CALLBACK", settled.cost()));
    if (refunded != null && closed != null) {
      legs.add(promise.leg("REFUND", refunded.cost()));
      return new Account(
          txid,
          total,
          spent,
          terms.plus(promise.refundFee()),
          total.minus(refunded.amount()),
          refunded.cost().fee(),
          legs,
          !closed.spent().equals(spent) || !closed.refunded().equals(refunded.amount()));
    }
    if (rest != null) {
      return new Account(
          txid, total, spent, terms, total.minus(rest.amount()), Wei.ZERO, legs, refunded != null);
    }
    // Nothing was left: the payer bore the quote, and what lies above it is the operator's.
    Wei borne = terms.compareTo(total) < 0 ? terms : total;
    return new Account(txid, total, spent, borne, total, Wei.ZERO, legs, refunded != null);
  }
}
