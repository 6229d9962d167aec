// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.events.Topics;
import io.settlement.kit.demo.DemoTest;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Relays that this test steps by hand, on a database whose own relay is switched off. */
@DemoTest
@TestPropertySource(
    properties = {"settlement.outbox.relay=false", "settlement.outbox.batch-size=4"})
class OutboxCrashTest {
  private static final Instant AT = Instant.EPOCH;

  @Autowired private Outbox outbox;
  @Autowired private OutboxTable table;
  @Autowired private OutboxPublisher publisher;
  @Autowired private OutboxSettings settings;
  @Autowired private DataSource database;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private KafkaProbe kafka;
  @Autowired private RelaySignal signal;
  private TransactionTemplate transactions;

  @BeforeEach
  void open() {
    transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Test
  void aRelayKilledBetweenSendingAndDeletingRepeatsFactsButLosesNoneAndKeepsTheirOrder() {
    append("killed", 10);

    assertThatThrownBy(() -> relay(killedBeforeCommit()).moveOneBatch())
        .isInstanceOf(RuntimeException.class);
    OutboxRelay next = relay(transactions);
    assertThat(next.moveOneBatch()).isEqualTo(4);
    assertThat(next.moveOneBatch()).isEqualTo(4);
    assertThat(next.moveOneBatch()).isEqualTo(2);
    assertThat(next.moveOneBatch()).isZero();

    kafka.await(Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> is(f, "killed"), 14);
    assertThat(sent("killed"))
        .containsExactly(0L, 1L, 2L, 3L, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(idsOf("killed")).hasSize(10);
  }

  @Test
  void onlyOneRelayOfADatabaseMovesFactsAtATime() throws Exception {
    append("two relays", 8);
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);

    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> first =
          other.submit(() -> relay(thatWaitsBeforeCommit(sending, goOn)).moveOneBatch());
      assertThat(sending.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(relay(transactions).moveOneBatch()).isZero();

      goOn.countDown();
      assertThat(first.get()).isEqualTo(4);
    }
    assertThat(relay(transactions).moveOneBatch()).isEqualTo(4);
    kafka.await(Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> is(f, "two relays"), 8);
    assertThat(sent("two relays")).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  private OutboxRelay relay(TransactionOperations operations) {
    return new OutboxRelay(table, publisher, operations, signal, settings);
  }

  /** The database loses the connection after everything was sent and deleted, before the commit. */
  private TransactionOperations killedBeforeCommit() {
    return beforeCommit(() -> jdbc.execute("SELECT pg_terminate_backend(pg_backend_pid())"));
  }

  private TransactionOperations thatWaitsBeforeCommit(CountDownLatch here, CountDownLatch goOn) {
    return beforeCommit(
        () -> {
          here.countDown();
          try {
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private TransactionOperations beforeCommit(Runnable accident) {
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        return transactions.execute(
            transaction -> {
              T result = work.doInTransaction(transaction);
              accident.run();
              return result;
            });
      }
    };
  }

  private void append(String key, int count) {
    transactions.executeWithoutResult(
        t ->
            outbox.append(
                IntStream.range(0, count)
                    .mapToObj(n -> new ImbalanceRaised(key, BigInteger.valueOf(n), "", AT))
                    .toList()));
  }

  private List<Long> sent(String key) {
    return kafka.facts(Topics.ARTIFACT_EVENTS, ImbalanceRaised.class, f -> is(f, key)).stream()
        .map(fact -> fact.difference().longValueExact())
        .toList();
  }

  private List<String> idsOf(String key) {
    return kafka.records(Topics.ARTIFACTS).stream()
        .filter(record -> new String(record.key(), UTF_8).equals(key))
        .map(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
        .distinct()
        .toList();
  }

  private static boolean is(ArtifactEvent fact, String key) {
    return fact.artifact().equals(key);
  }
}
