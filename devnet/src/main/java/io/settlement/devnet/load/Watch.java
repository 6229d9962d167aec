// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Progress;
import io.settlement.events.EventCodec;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TxId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Reads the topics beside the services and notes how far each message of a run got. */
final class Watch implements AutoCloseable {
  /** Nothing is expected any more when nothing has moved for so long. */
  static final Duration STALLED = Duration.ofSeconds(90);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long BETWEEN_LOOKS = 500;

  private final Map<TxId, Passage> passages = new ConcurrentHashMap<>();
  private final Set<EvmAddress> senders;
  private final Thread thread;
  private volatile boolean ends;

  private Watch(KafkaConsumer<String, byte[]> consumer, Set<EvmAddress> senders) {
    this.senders = senders;
    this.thread = Thread.ofPlatform().name("watch").daemon().unstarted(() -> read(consumer));
  }

  /** Messages of these senders, from now on. */
  static Watch begin(Facts facts, Set<EvmAddress> senders) {
    KafkaConsumer<String, byte[]> consumer = facts.consumer();
    consumer.seekToEnd(Facts.assign(consumer, Topics.MESSAGES, Topics.GAS));
    // Seeking is lazy: asking for the positions fixes them now.
    consumer.assignment().forEach(consumer::position);
    Watch watch = new Watch(consumer, senders);
    watch.thread.start();
    return watch;
  }

  Collection<Passage> passages() {
    return passages.values();
  }

  int count(Predicate<Passage> wished) {
    return Math.toIntExact(passages.values().stream().filter(wished).count());
  }

  /** Waits until so many are over and says how far all are; false when nothing moves any more. */
  boolean awaitOver(int messages, Progress progress) {
    return awaitOver(messages, progress, STALLED);
  }

  /** The same with a patience of one's own. */
  boolean awaitOver(int messages, Progress progress, Duration patience) {
    Instant moved = Instant.now();
    String last = "";
    while (count(Passage::isOver) < messages) {
      Pause.millis(BETWEEN_LOOKS);
      String state = state();
      if (!state.equals(last)) {
        progress.say(state);
        last = state;
        moved = Instant.now();
      } else if (moved.plus(patience).isBefore(Instant.now())) {
        return false;
      }
    }
    return true;
  }

  private String state() {
    return "final %d, delivered %d, settled %d, refunded %d"
        .formatted(
            passages.size(),
            count(Passage::isDelivered),
            count(Passage::isSettled),
            count(Passage::isRefunded));
  }

  @Override
  public void close() {
    ends = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(KafkaConsumer<String, byte[]> consumer) {
    try (consumer) {
      while (!ends) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
          note(each.topic(), each.value());
        }
      }
    }
  }

  private void note(String topic, byte[] value) {
    try {
      if (topic.equals(Topics.GAS)) {
        note(EventCodec.decode(Topics.GAS_EVENTS, value));
      } else {
        note(EventCodec.decode(Topics.MESSAGE_EVENTS, value));
      }
    } catch (EventCodec.NotOurs stranger) {
      // Others may write there too.
    }
  }

  /** A rest that is not worth a payment waits for who fetches it: nothing more comes by itself. */
  private void note(GasEvent fact) {
    if (fact instanceof GasEvent.RefundClaimable rest) {
      passages.computeIfPresent(rest.txid(), (none, passage) -> passage.noteRefund());
    }
  }

  private void note(MessageEvent fact) {
    TxId txid = fact.txid();
    switch (fact) {
      case MessageEvent.MessageFinal e -> {
        if (senders.contains(e.message().sender())) {
          passages.putIfAbsent(txid, new Passage(e));
        }
      }
      case MessageEvent.MessageDelivered e ->
          passages.computeIfPresent(txid, (none, passage) -> passage.note(e));
      case MessageEvent.MessageSettled e ->
          passages.computeIfPresent(txid, (none, passage) -> passage.note(e));
      case MessageEvent.RefundPaid e ->
          passages.computeIfPresent(txid, (none, passage) -> passage.noteRefund());
      default -> {
        // Says nothing about how far it got.
      }
    }
  }
}
