// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.EventCodec;
import io.settlement.events.Golden;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.kit.demo.DemoTest;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DemoTest
class OutboxTest {
  @Autowired private Outbox outbox;
  @Autowired private KafkaProbe kafka;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private DataSource database;
  @Autowired private PlatformTransactionManager manager;
  private TransactionTemplate transactions;

  @BeforeEach
  void open() {
    transactions = new TransactionTemplate(manager);
  }

  @Test
  void factsOutsideATransactionAreRefused() {
    assertThatThrownBy(() -> outbox.append(fact("outside", 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside a writing transaction");
  }

  @Test
  void factsInsideAReadOnlyTransactionAreRefused() {
    transactions.setReadOnly(true);

    assertThatThrownBy(
            () -> transactions.executeWithoutResult(t -> outbox.append(fact("read-only", 0))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyGoldenFactArrivesAsItIsWithCloudEventsHeaders() {
    transactions.executeWithoutResult(t -> outbox.append(Golden.all()));

    for (SuiteEvent fact : Golden.all()) {
      ConsumerRecord<byte[], byte[]> record =
          kafka.awaitRecord(
              fact.topic().name(),
              one ->
                  header(one, "ce_source").equals("/settlement/demo")
                      && Arrays.equals(one.value(), Golden.bytes(fact.typeName())));
      assertThat(EventCodec.decode(fact.topic(), record.value())).isEqualTo(fact);
      assertThat(new String(record.key(), UTF_8)).isEqualTo(fact.key());
      assertThat(header(record, "ce_time")).isEqualTo(fact.at().toString());
      assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
      assertThat(UUID.fromString(header(record, "ce_id"))).isNotNull();
    }
    await().until(() -> meters.get("settlement.outbox.pending").gauge().value() == 0);
    assertThat(meters.get("settlement.outbox.published").counters()).isNotEmpty();
  }

  @Test
  void factsOfARolledBackTransactionNeverLeave() {
    transactions.executeWithoutResult(
        t -> {
          outbox.append(fact("rolled back", 1));
          t.setRollbackOnly();
        });
    transactions.executeWithoutResult(t -> outbox.append(fact("after it", 1)));

    kafka.await(
        Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> f.artifact().equals("after it"));
    assertThat(sent("rolled back")).isEmpty();
  }

  @Test
  void factsOfARolledBackSavepointNeverLeave() {
    TransactionTemplate nestable = new TransactionTemplate(new JdbcTransactionManager(database));
    nestable.executeWithoutResult(
        t -> {
          outbox.append(fact("savepoint", 1));
          Object savepoint = t.createSavepoint();
          outbox.append(fact("savepoint", 2));
          t.rollbackToSavepoint(savepoint);
          outbox.append(fact("savepoint", 3));
        });

    kafka.await(
        Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> number(f) == 3 && is(f, "savepoint"));
    assertThat(sent("savepoint")).containsExactly(1L, 3L);
  }

  @Test
  void factsOfAnInnerTransactionLeaveWhateverTheOuterOneDoes() {
    TransactionTemplate inner = new TransactionTemplate(manager, requiresNew());
    transactions.executeWithoutResult(
        t -> {
          outbox.append(fact("outer", 1));
          inner.executeWithoutResult(i -> outbox.append(fact("inner", 1)));
          t.setRollbackOnly();
        });

    kafka.await(Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> is(f, "inner"));
    assertThat(sent("outer")).isEmpty();
  }

  @Test
  void factsOfOneKeyArriveInTheOrderInWhichTheirTransactionsCommitted() throws Exception {
    jdbc.execute("CREATE TABLE turns (key text PRIMARY KEY, taken bigint NOT NULL)");
    List<String> keys = List.of("red", "green", "blue", "white", "black");
    keys.forEach(key -> jdbc.update("INSERT INTO turns VALUES (?, 0)", key));
    Map<Long, Long> turnOfWriter = new ConcurrentHashMap<>();

    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> done = new ArrayList<>();
      for (long writer = 0; writer < 600; writer++) {
        long number = writer;
        String key = keys.get((int) (writer % keys.size()));
        done.add(writers.submit(() -> turnOfWriter.put(number, appendThenTakeTurn(key, number))));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }

    for (String key : keys) {
      kafka.await(Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> is(f, key), 240);
      assertThat(sent(key).stream().map(n -> turnOfWriter.get(n / 2)).toList())
          .as("turns of %s", key)
          .isSorted()
          .hasSize(240);
      assertThat(sent(key).stream().map(n -> n % 2).distinct()).containsExactly(0L, 1L);
    }
  }

  /** The turn is taken after the facts were appended, and its row is locked until the commit. */
  private long appendThenTakeTurn(String key, long writer) {
    Long turn =
        transactions.execute(
            t -> {
              outbox.append(List.of(fact(key, writer * 2), fact(key, writer * 2 + 1)));
              return jdbc.queryForObject(
                  "UPDATE turns SET taken = taken + 1 WHERE key = ? RETURNING taken",
                  Long.class,
                  key);
            });
    return Objects.requireNonNull(turn);
  }

  private List<Long> sent(String key) {
    return kafka.facts(Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> is(f, key)).stream()
        .map(OutboxTest::number)
        .toList();
  }

  private static boolean is(ArtifactEvent fact, String key) {
    return fact.artifact().equals(key);
  }

  private static long number(ImbalanceRaised fact) {
    return fact.difference().longValueExact();
  }

  private static ImbalanceRaised fact(String key, long number) {
    return new ImbalanceRaised(key, BigInteger.valueOf(number), "", Instant.EPOCH);
  }

  private static TransactionDefinition requiresNew() {
    return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
