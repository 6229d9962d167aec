// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.book.MessageFacts;
import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.position.LogKeeper;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.reserve.PastBalances;
import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.events.MessageEvent;
import io.settlement.events.value.ChainName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random facts and logs in batches, some told twice, some in a transaction that fails and is done
 * again, against a model that knows nothing of the books.
 */
class TenThousandOperationsTest extends ArtifactTest {
  private static final long SEED = 20_261_121;
  private static final int OPERATIONS = 10_000;
  private static final int MOST_AT_ONCE = 400;

  @Autowired MessageFacts facts;
  @Autowired LogKeeper logs;
  @Autowired Reckoning reckoning;
  @Autowired PastBalances past;
  @Autowired ChainNodes nodes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final Random random = new Random(SEED);
  private long cursor = -1;

  private record Snapshot(long seq, Map<String, BigInteger> balances) {}

  @Test
  void everyInvariantHoldsAfterEachBatch() {
    Bank bank = new Bank(random);
    admit(bank.deployment());
    EvmReader reader = nodes.of(new ChainName("Alpha")).orElseThrow();
    List<Snapshot> snapshots = new ArrayList<>();
    int done = 0;
    while (done < OPERATIONS) {
      Bank.Batch batch = bank.some(1 + random.nextInt(MOST_AT_ONCE));
      done += batch.operations();
      apply(batch, bank.deployment(), reader);
      check(bank);
      if (random.nextInt(10) == 0) {
        snapshots.add(new Snapshot(past.newest(bank.artifact()).seq(), bank.balances()));
      }
    }

    assertThat(past.verify(bank.artifact(), 0, 10_000).broken()).isNull();
    assertThat(past.wrongBalances(bank.artifact())).isEmpty();
    assertThat(snapshots).isNotEmpty();
    for (Snapshot snapshot : snapshots) {
      assertThat(balances(bank, snapshot.seq())).isEqualTo(snapshot.balances());
    }
    assertThat(bank.kindsSeen()).as("every kind of operation").hasSize(Bank.Kind.values().length);
  }

  private void apply(Bank.Batch batch, Deployment at, EvmReader reader) {
    if (random.nextBoolean()) {
      hear(batch.facts());
      read(batch.logs(), at, reader);
    } else {
      read(batch.logs(), at, reader);
      hear(batch.facts());
    }
  }

  private void hear(List<MessageEvent> told) {
    failFirst(() -> facts.onMessages(told));
    transaction.executeWithoutResult(status -> facts.onMessages(told));
    if (random.nextInt(4) == 0) {
      transaction.executeWithoutResult(status -> facts.onMessages(told));
    }
  }

  private void read(List<ChainLog> read, Deployment at, EvmReader reader) {
    long to = cursor + 1;
    failFirst(() -> logs.book(at, cursor, to, read, reader));
    assertThat(logs.book(at, cursor, to, read, reader)).isTrue();
    assertThat(logs.book(at, cursor, to, read, reader)).as("the same range again").isFalse();
    cursor = to;
  }

  /** As when the database goes away before the commit. */
  private void failFirst(Runnable work) {
    if (random.nextInt(5) == 0) {
      transaction.executeWithoutResult(
          status -> {
            work.run();
            status.setRollbackOnly();
          });
    }
  }

  private void check(Bank bank) {
    reckoning.close(bank.artifact());
    Sums sums = reckoning.sums(bank.artifact());
    assertThat(sums).isEqualTo(bank.sums());
    assertThat(balances(bank, past.newest(bank.artifact()).seq())).isEqualTo(bank.balances());
    boolean contradicts = !reckoning.contradictions(bank.artifact()).isEmpty();
    assertThat(contradicts).isEqualTo(bank.contradicts());
    if (!bank.contradicts()) {
      assertThat(sums.difference()).isZero();
    }
  }

  private Map<String, BigInteger> balances(Bank bank, long seq) {
    Map<String, BigInteger> balances = new TreeMap<>();
    for (Balance balance : past.upTo(bank.artifact(), seq)) {
      if (balance.amount().signum() != 0) {
        balances.put(balance.account(), balance.amount());
      }
    }
    return balances;
  }

  private void admit(Deployment at) {
    jdbc.sql(
            """
            insert into specification values ('0x' || repeat('ab', 32), 'x', 'bank', now())
            on conflict do nothing
            """)
        .update();
    jdbc.sql(
            """
            insert into primitive (id, artifact, specification, vault, state)
            values ('bank', ?, '0x' || repeat('ab', 32), ?, 'WITHDRAWN')
            """)
        .params(at.artifact(), Bank.VAULT.toString())
        .update();
    jdbc.sql(
            """
            insert into deployment (primitive, artifact, chain, token, handler, staking, registry,
                                    wrappers, start_block)
            values ('bank', ?, 'Alpha', ?, ?, ?, ?, array[?], 0)
            """)
        .params(
            at.artifact(),
            at.token().hex(),
            Bank.HANDLER.hex(),
            Bank.STAKING.hex(),
            at.registry().hex(),
            Bank.WRAPPER.hex())
        .update();
  }
}
