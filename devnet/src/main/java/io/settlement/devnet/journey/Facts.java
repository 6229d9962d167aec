// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, read and written as any consumer and any stranger could. */
public final class Facts {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Object> client;

  /** The topics of a broker, for a client that is told so. */
  public Facts(Map<String, String> client) {
    this.client = Map.copyOf(client);
  }

  /**
   * A record as it lies there.
   *
   * @param json its value as text
   */
  public record Fact(
      String topic, int partition, long offset, String key, String json, Headers headers) {}

  /** Everything a topic holds now that is as wished. */
  public List<Fact> all(String topic, Predicate<Fact> wished) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = assign(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      List<Fact> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(each -> found.add(fact(each)));
      }
      return found.stream().filter(wished).toList();
    }
  }

  /** Where a topic ends now. */
  public Map<TopicPartition, Long> ends(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      return Map.copyOf(consumer.endOffsets(assign(consumer, topic)));
    }
  }

  /** Shows every record that lies behind these offsets now, partition by partition in order. */
  public void since(Map<TopicPartition, Long> offsets, Consumer<Fact> reader) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      consumer.assign(offsets.keySet());
      Map<TopicPartition, Long> ends = consumer.endOffsets(offsets.keySet());
      offsets.forEach(consumer::seek);
      while (offsets.keySet().stream()
          .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(each -> reader.accept(fact(each)));
      }
    }
  }

  /** All facts about one key. */
  public List<Fact> about(String topic, String key) {
    return all(topic, fact -> fact.key().equals(key));
  }

  /** Topics of dead letters that are not empty, and how many records are in each. */
  public Map<String, Long> deadLetters() {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      Map<String, Long> found = new TreeMap<>();
      for (String topic : consumer.listTopics().keySet()) {
        if (topic.endsWith(".dlq")) {
          long count =
              consumer.endOffsets(assign(consumer, topic)).values().stream()
                  .mapToLong(Long::longValue)
                  .sum();
          if (count > 0) {
            found.put(topic, count);
          }
        }
      }
      return found;
    }
  }

  /** Waits until every consumer group has read all that its topics hold now. */
  public void awaitAllRead() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Admin admin = Admin.create(client);
        KafkaConsumer<String, byte[]> consumer = consumer()) {
      Map<TopicPartition, Long> ends = null;
      while (true) {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = offsets(admin);
        if (ends == null) {
          ends =
              consumer.endOffsets(
                  groups.values().stream()
                      .flatMap(offsets -> offsets.keySet().stream())
                      .collect(Collectors.toSet()));
        }
        Set<String> behind = behind(groups, ends);
        if (behind.isEmpty()) {
          return;
        }
        if (System.nanoTime() > deadline) {
          throw new Failure("Not everything was read within " + PATIENCE + ": " + behind);
        }
        Pause.millis(200);
      }
    }
  }

  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets(Admin admin) {
    try {
      Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
      admin
          .listGroups(ListGroupsOptions.forConsumerGroups())
          .all()
          .get()
          .forEach(group -> all.put(group.groupId(), new ListConsumerGroupOffsetsSpec()));
      return admin.listConsumerGroupOffsets(all).all().get();
    } catch (ExecutionException e) {
      throw new Failure("Kafka does not tell what was read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while asking Kafka what was read", e);
    }
  }

  private static Set<String> behind(
      Map<String, Map<TopicPartition, OffsetAndMetadata>> groups, Map<TopicPartition, Long> ends) {
    Set<String> behind = new TreeSet<>();
    groups.forEach(
        (group, offsets) ->
            offsets.forEach(
                (partition, read) -> {
                  if (read != null && read.offset() < ends.getOrDefault(partition, 0L)) {
                    behind.add(group + " at " + partition);
                  }
                }));
    return behind;
  }

  /** Writes a record and waits until the broker has it. */
  public void publish(String topic, String key, String value, Headers headers) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  topic, null, key, value.getBytes(StandardCharsets.UTF_8), headers))
          .get();
    } catch (ExecutionException e) {
      throw new Failure("Kafka did not take a record for " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while writing to " + topic, e);
    }
  }

  /** A consumer of its own, in no group. */
  public KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", 5000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** All partitions of topics, assigned to a consumer. */
  public static List<TopicPartition> assign(
      KafkaConsumer<String, byte[]> consumer, String... topics) {
    List<TopicPartition> partitions =
        Stream.of(topics)
            .flatMap(
                topic ->
                    IntStream.range(0, consumer.partitionsFor(topic).size())
                        .mapToObj(number -> new TopicPartition(topic, number)))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }

  private static Fact fact(ConsumerRecord<String, byte[]> read) {
    byte[] value = read.value();
    return new Fact(
        read.topic(),
        read.partition(),
        read.offset(),
        read.key() == null ? "" : read.key(),
        value == null ? "" : new String(value, StandardCharsets.UTF_8),
        read.headers());
  }
}
