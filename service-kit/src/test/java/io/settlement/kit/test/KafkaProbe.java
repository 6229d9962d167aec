// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.events.EventCodec;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.kit.kafka.CloudEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Stands at Kafka beside the service: says facts to it, and reads what it says. */
public final class KafkaProbe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String brokers;
  private final Producer<byte[], byte[]> producer;
  private final Map<String, TopicLog> logs = new HashMap<>();

  /** A probe of a broker; tests of services inject the one of their context. */
  public KafkaProbe(String brokers) {
    this.brokers = brokers;
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends a fact to its topic and returns when the broker has it. */
  public void send(SuiteEvent fact) {
    send(List.of(fact));
  }

  /** Sends facts to their topics, in order, and returns when the broker has them. */
  public void send(Collection<? extends SuiteEvent> facts) {
    sendAll(
        facts.stream()
            .map(
                fact ->
                    record(
                        fact.topic().name(),
                        fact.key(),
                        EventCodec.encode(fact),
                        CloudEvents.headers(
                            UUID.randomUUID().toString(), fact.typeName(), "/test", fact.at())))
            .toList());
  }

  /** Sends any bytes. */
  public void sendRaw(String topic, String key, byte @Nullable [] value) {
    Headers headers =
        CloudEvents.headers(UUID.randomUUID().toString(), "Raw", "/test", Instant.EPOCH);
    sendAll(List.of(record(topic, key, value, headers)));
  }

  /** All facts of a topic so far; of one key they are in order. */
  public <E extends SuiteEvent> List<E> facts(Topic<E> topic) {
    return records(topic.name()).stream()
        .map(record -> EventCodec.decode(topic, record.value()))
        .toList();
  }

  /** All facts of one type so far that match. */
  public <E extends SuiteEvent, F extends E> List<F> facts(
      Topic<E> topic, Class<F> type, Predicate<? super F> which) {
    return facts(topic).stream().filter(type::isInstance).map(type::cast).filter(which).toList();
  }

  /** Waits for the first fact of a type that matches. */
  public <E extends SuiteEvent, F extends E> F await(
      Topic<E> topic, Class<F> type, Predicate<? super F> which) {
    return await(topic, type, which, 1).getFirst();
  }

  /** Waits for at least so many facts of a type that match. */
  public <E extends SuiteEvent, F extends E> List<F> await(
      Topic<E> topic, Class<F> type, Predicate<? super F> which, int count) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> facts(topic, type, which), found -> found.size() >= count);
  }

  /** All records of a topic so far, by arrival in each partition. */
  public synchronized List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    return logs.computeIfAbsent(topic, name -> new TopicLog(brokers, name)).refresh();
  }

  /** Waits until a topic has at least so many records. */
  public List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, int count) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> records(topic), found -> found.size() >= count);
  }

  /** Waits for the first record of a topic that matches. */
  public ConsumerRecord<byte[], byte[]> awaitRecord(
      String topic, Predicate<? super ConsumerRecord<byte[], byte[]>> which) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> records(topic).stream().filter(which).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public synchronized void close() {
    producer.close(Duration.ZERO);
    logs.values().forEach(TopicLog::close);
    logs.clear();
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String key, byte @Nullable [] value, Headers headers) {
    return new ProducerRecord<>(topic, null, key.getBytes(UTF_8), value, headers);
  }

  private void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(record -> sent.add(producer.send(record)));
    producer.flush();
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
