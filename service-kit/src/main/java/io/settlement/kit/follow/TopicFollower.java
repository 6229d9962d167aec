// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.follow;

import io.settlement.events.EventCodec;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.kit.kafka.KafkaClients;
import io.settlement.kit.work.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a compacted topic into a view of this instance's own: once from the beginning, then as it
 * grows.
 */
public final class TopicFollower<E extends SuiteEvent> implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final KafkaClients kafka;
  private final Topic<E> topic;
  private final View<E> view;
  private final Duration loadTimeout;
  private volatile @Nullable Worker worker;
  private volatile @Nullable Consumer<byte[], byte[]> consumer;

  /** What is read into. */
  public interface View<E> {
    /** The newest fact of its key. */
    void apply(E fact);

    /** Everything that was there at the start has been applied. */
    void loaded();
  }

  /**
   * @param loadTimeout how long the start waits until all of the topic has been read once
   */
  public TopicFollower(KafkaClients kafka, Topic<E> topic, View<E> view, Duration loadTimeout) {
    this.kafka = kafka;
    this.topic = topic;
    this.view = view;
    this.loadTimeout = loadTimeout;
  }

  /** Returns when the view is loaded: what comes after may rely on it. */
  @Override
  public void start() {
    CountDownLatch loaded = new CountDownLatch(1);
    worker = Worker.start(readerName(), PAUSE, () -> follow(loaded));
    try {
      if (!loaded.await(loadTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
        stop();
        throw new IllegalStateException(
            topic.name() + " could not be read to its end within " + loadTimeout);
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while " + topic.name() + " was being read", e);
    }
  }

  /** Reads from the beginning until it is stopped; a failure starts it over. */
  private void follow(CountDownLatch loaded) {
    try (Consumer<byte[], byte[]> reader = kafka.reader(readerName())) {
      consumer = reader;
      List<TopicPartition> partitions = partitions(reader);
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (worker != null || loaded.getCount() > 0) {
        if (loaded.getCount() > 0 && reached(reader, ends)) {
          view.loaded();
          loaded.countDown();
          log.atInfo().addKeyValue("topic", topic.name()).log("loaded");
        }
        reader.poll(POLL).forEach(this::apply);
      }
    } catch (WakeupException e) {
      log.atDebug().addKeyValue("topic", topic.name()).log("not followed any more");
    } finally {
      consumer = null;
    }
  }

  private String readerName() {
    return topic.name().replace("settlement.", "") + "-view";
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> reader) {
    return reader.partitionsFor(topic.name()).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private static boolean reached(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      return;
    }
    try {
      view.apply(EventCodec.decode(topic, value));
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("topic", topic.name())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .setCause(e)
          .log("a record was skipped");
    }
  }

  @Override
  public void stop() {
    Worker running = worker;
    worker = null;
    if (running != null) {
      running.stop(this::wake);
    }
  }

  private void wake() {
    Consumer<byte[], byte[]> reader = consumer;
    if (reader != null) {
      reader.wakeup();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  /** Before the readers of facts start. */
  @Override
  public int getPhase() {
    return -100;
  }
}
