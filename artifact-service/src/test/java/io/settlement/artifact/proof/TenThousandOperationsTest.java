// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.book.MessageFacts;
import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.coin.PaymentKeeper;
import io.settlement.artifact.position.LogKeeper;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.artifact.reserve.PastBalances;
import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.Crashes;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random facts, payments and logs of two artifacts in batches: in any order, told again, taken
 * back, and handled in transactions that end anywhere; against models that know nothing of the
 * books. The seed is printed and can be set: {@code -Dsettlement.seed=…}.
 */
class TenThousandOperationsTest extends ArtifactTest {
  private static final Logger log = LoggerFactory.getLogger(TenThousandOperationsTest.class);
  private static final long SEED = Long.getLong("settlement.seed", 20_261_121);
  private static final int OPERATIONS = 10_000;
  private static final int MOST_AT_ONCE = 400;

  /** Where a crash is made: before anything is written there. */
  private static final List<String> WRITTEN =
      List.of(
          "transfer",
          "btc_message",
          "btc_sighting",
          "btc_deposit",
          "btc_output",
          "btc_withdrawal",
          "log_cursor",
          "stake",
          "payout_batch",
          "payout_member",
          "vault_expense",
          "booking",
          "entry",
          "balance",
          "book_head",
          "outbox");

  @Autowired MessageFacts facts;
  @Autowired PaymentKeeper payments;
  @Autowired LogKeeper logs;
  @Autowired Reckoning reckoning;
  @Autowired VaultProof vaults;
  @Autowired PastBalances past;
  @Autowired Primitives primitives;
  @Autowired ChainNodes nodes;
  @Autowired KafkaProbe kafka;
  @Autowired RegistryView registry;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final Random random = new Random(SEED);
  private final List<Snapshot> snapshots = new ArrayList<>();
  private int crashes;

  private record Snapshot(Bank bank, long seq, Map<String, BigInteger> balances) {}

  /** A bank, how far its logs are read, and how far its chain of bookings is verified. */
  private static final class Desk {
    private final Bank bank;
    private long cursor = -1;
    private long verified;

    private Desk(Bank bank) {
      this.bank = bank;
    }
  }

  @Test
  void everyInvariantHoldsAfterEachBatchWhateverFails() {
    log.warn("random operations with seed {}", SEED);
    Desk first = new Desk(new Bank(random, 1));
    Desk second = new Desk(new Bank(random, 2));
    first.bank.convertsInto(second.bank);
    second.bank.convertsInto(first.bank);
    List<Desk> desks = List.of(first, second);
    desks.forEach(desk -> admit(desk.bank));
    EvmReader reader = nodes.of(new ChainName("Alpha")).orElseThrow();
    try (Crashes places = Crashes.before(WRITTEN, jdbc, transaction)) {
      int done = 0;
      while (done < OPERATIONS) {
        Desk desk = desks.get(random.nextInt(2));
        Bank.Batch batch = desk.bank.some(1 + random.nextInt(MOST_AT_ONCE));
        done += batch.operations();
        apply(batch, desk, reader, places);
        check(desk);
      }
    }

    assertThat(crashes).as("crashes between two steps").isGreaterThan(5);
    assertThat(snapshots).isNotEmpty();
    for (Snapshot snapshot : snapshots) {
      assertThat(balances(snapshot.bank(), snapshot.seq())).isEqualTo(snapshot.balances());
    }
    for (Desk desk : desks) {
      assertThat(past.verify(desk.bank.artifact(), 0, 10_000).broken()).isNull();
      assertThat(past.wrongBalances(desk.bank.artifact())).isEmpty();
      assertThat(desk.bank.kindsSeen())
          .as("every kind of operation")
          .hasSize(Bank.Kind.values().length);
    }
  }

  private void apply(Bank.Batch batch, Desk desk, EvmReader reader, Crashes places) {
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> hear(() -> facts.onMessages(batch.facts()), places));
    steps.add(() -> hear(() -> payments.onPayments(batch.payments()), places));
    steps.add(() -> read(batch.logs(), desk, reader, places));
    Collections.shuffle(steps, random);
    steps.forEach(Runnable::run);
  }

  private void hear(Runnable handling, Crashes places) {
    mayFailFirst(handling, places);
    transaction.executeWithoutResult(status -> handling.run());
    if (random.nextInt(4) == 0) {
      transaction.executeWithoutResult(status -> handling.run());
    }
  }

  private void read(List<ChainLog> read, Desk desk, EvmReader reader, Crashes places) {
    Deployment at = desk.bank.deployment();
    long from = desk.cursor;
    mayFailFirst(() -> logs.book(at, from, from + 1, read, reader), places);
    assertThat(logs.book(at, from, from + 1, read, reader)).isTrue();
    assertThat(logs.book(at, from, from + 1, read, reader)).as("the same range again").isFalse();
    desk.cursor = from + 1;
  }

  /** As when the service dies before some step. */
  private void mayFailFirst(Runnable work, Crashes places) {
    if (random.nextInt(3) != 0) {
      return;
    }
    if (places.dies(WRITTEN.get(random.nextInt(WRITTEN.size())), work)) {
      crashes++;
    }
  }

  private void check(Desk desk) {
    Bank bank = desk.bank;
    reckoning.close(bank.artifact());
    Sums sums = reckoning.sums(bank.artifact());
    assertThat(sums).isEqualTo(bank.sums());
    checkVault(bank, sums);
    long newest = past.newest(bank.artifact()).seq();
    assertThat(balances(bank, newest)).isEqualTo(bank.balances());
    boolean contradicts = !reckoning.contradictions(bank.artifact()).isEmpty();
    assertThat(contradicts).isEqualTo(bank.contradicts());
    if (!bank.contradicts()) {
      assertThat(sums.difference()).isZero();
    }
    assertThat(past.verify(bank.artifact(), desk.verified, 10_000).broken()).isNull();
    desk.verified = newest;
    if (random.nextInt(10) == 0) {
      snapshots.add(new Snapshot(bank, newest, bank.balances()));
    }
  }

  private void checkVault(Bank bank, Sums sums) {
    List<Finding> findings = new ArrayList<>();
    boolean lacks = bank.vaultLacks();
    vaults.prove(
        primitives.ofArtifact(bank.artifact()).orElseThrow(),
        bank.vault,
        bank.holding(),
        sums,
        findings);
    bank.seen();
    assertThat(!findings.isEmpty()).as(findings.toString()).isEqualTo(lacks);
  }

  private Map<String, BigInteger> balances(Bank bank, long seq) {
    Map<String, BigInteger> balances = new TreeMap<>();
    for (Balance balance : past.upTo(bank.artifact(), seq)) {
      if (balance.amount().signum() != 0) {
        balances.put(balance.chain() + " " + balance.account(), balance.amount());
      }
    }
    return balances;
  }

  private void admit(Bank bank) {
    Deployment at = bank.deployment();
    String name = bank.artifact().toLowerCase(Locale.ROOT);
    bank.carriers().forEach(kafka::send);
    jdbc.sql(
            """
            insert into specification values ('0x' || repeat('ab', 32), 'x', 'bank', now())
            on conflict do nothing
            """)
        .update();
    jdbc.sql(
            """
            insert into primitive (id, artifact, specification, vault, state)
            values (?, ?, '0x' || repeat('ab', 32), ?, 'WITHDRAWN')
            """)
        .params(name, at.artifact(), bank.vault.toString())
        .update();
    jdbc.sql(
            """
            insert into deployment (primitive, artifact, chain, token, handler, staking, registry,
                                    wrappers, start_block)
            values (?, ?, 'Alpha', ?, ?, ?, ?, array[?], 0)
            """)
        .params(
            name,
            at.artifact(),
            at.token().hex(),
            bank.handler.hex(),
            bank.staking.hex(),
            at.registry().hex(),
            bank.wrapper.hex())
        .update();
    await()
        .until(
            () ->
                bank.carriers().stream()
                    .allMatch(one -> registry.handler(one.handler()).isPresent()));
  }
}
