// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StandingTest extends QuietCourier {
  private static final CrossChainMessage REAL = CHAINS.send(77, 0);

  @Autowired private Standing standing;
  @Autowired private MeterRegistry meters;

  @BeforeEach
  void begin() {
    knowTheRegistry();
  }

  @Test
  void whatIsKnownStandsSomewhereAtAnyTimeWhateverHappensToIt() {
    Archive archive = new Archive(jdbc);
    Standing.Numbers before = standing.now();
    List<TxId> txids = new ArrayList<>();
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 30; i++) {
                CrossChainMessage one = another(REAL);
                txids.add(one.txid());
                handle(deliverable(one));
              }
              transactions.executeWithoutResult(
                  status -> {
                    courier.onMessages(List.of(finality(another(REAL))));
                    status.setRollbackOnly();
                  });
              handle(parked(txids.get(0)));
              settle(txids.subList(1, 11), "FINAL,DELIVERED,SETTLED");
              transactions.executeWithoutResult(
                  status -> archive.move(txids.subList(1, 11), Instant.now()));
              transactions.executeWithoutResult(status -> archive.bringBack(txids.subList(1, 4)));
              handle(covered(another(REAL).txid()));
            });

    while (!work.isDone()) {
      addsUp(standing.now());
    }
    work.join();

    Standing.Numbers after = standing.now();
    addsUp(after);
    assertThat(after.known() - before.known()).isEqualTo(31);
    assertThat(grown(before, after, "PARKED")).isEqualTo(1);
    assertThat(grown(before, after, Standing.ARCHIVED)).isEqualTo(7);
    assertThat(grown(before, after, "SETTLED")).isEqualTo(3);
    assertThat(grown(before, after, Standing.HEARD_OF)).isEqualTo(1);
    await().untilAsserted(() -> assertThat(standing.now().stages()).isEqualTo(counted()));
  }

  @Test
  void itIsTheSameAfterItWasSummedUpAndCostsARowForEachKind() {
    for (int i = 0; i < 5; i++) {
      handle(deliverable(another(REAL)));
    }
    Standing.Numbers before = standing.now();

    standing.sumUp();

    assertThat(standing.now().stages()).isEqualTo(nonZero(before.stages()));
    assertThat(standing.now().known()).isEqualTo(before.known());
    assertThat(
            jdbc.sql("SELECT count(*) - count(DISTINCT (stage, reason)) FROM message_standing")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void gaugesSayWhatTheTableSaysAndHowLongTheOldestWaits() {
    CrossChainMessage one = another(REAL);
    handle(deliverable(one));
    handle(parked(one.txid()));
    jdbc.sql("UPDATE message SET updated_at = now() - interval '2 hours' WHERE txid = ?")
        .param(one.txid().hex())
        .update();

    await()
        .untilAsserted(
            () -> {
              Standing.Numbers now = standing.now();
              assertThat(gauge("settlement.messages.known")).isEqualTo((double) now.known());
              assertThat(gauge("settlement.messages.standing", "stage", "PARKED"))
                  .isEqualTo(now.stages().getOrDefault("PARKED", 0L).doubleValue())
                  .isPositive();
              assertThat(gauge("settlement.messages.waiting", "reason", "REVERTED")).isPositive();
              assertThat(gauge("settlement.messages.oldest", "stage", "PARKED"))
                  .isBetween(7_199.0, 7_260.0);
            });
    jdbc.sql("UPDATE message SET updated_at = now() WHERE txid = ?")
        .param(one.txid().hex())
        .update();
  }

  @Test
  void everyStageThatIsPassedCountsOnceItIsCommitted() {
    CrossChainMessage one = another(REAL);
    double finals = reached("FINAL");
    double admitted = reached("ADMITTED");

    transactions.executeWithoutResult(
        status -> {
          courier.onMessages(List.of(finality(one)));
          status.setRollbackOnly();
        });
    assertThat(reached("FINAL")).isEqualTo(finals);

    handle(deliverable(one));
    handle(deliverable(one));

    assertThat(reached("FINAL")).isEqualTo(finals + 1);
    assertThat(reached("ADMITTED")).isEqualTo(admitted + 1);
  }

  @Test
  void aDeliveryTakesFromItsFinalityToItsDelivery() {
    CrossChainMessage one = another(REAL);
    MessageDelivered golden = Golden.read(MessageDelivered.class);
    MessageFinal first = finality(one);
    handle(deliverable(one));
    Timer timer = timer(one);
    long count = timer.count();
    double total = timer.totalTime(TimeUnit.SECONDS);

    handle(
        new MessageDelivered(
            one.txid(),
            golden.outcome(),
            golden.ref(),
            golden.cost(),
            first.at().plus(Duration.ofSeconds(75))));

    assertThat(timer.count()).isEqualTo(count + 1);
    assertThat(timer.totalTime(TimeUnit.SECONDS) - total).isBetween(74.9, 75.1);
    assertThat(timer.takeSnapshot().histogramCounts())
        .extracting(bucket -> bucket.bucket(TimeUnit.SECONDS))
        .contains(1800.0);
  }

  private Timer timer(CrossChainMessage one) {
    return CourierMeters.delivery(meters, one.to().chain());
  }

  private static MessageFinal finality(CrossChainMessage one) {
    MessageFinal golden = Golden.read(MessageFinal.class);
    return new MessageFinal(one.txid(), one, golden.ref(), golden.at());
  }

  private static MessageParked parked(TxId txid) {
    MessageParked golden = Golden.read(MessageParked.class);
    return new MessageParked(txid, "DELIVER", "REVERTED", golden.detail(), golden.at());
  }

  private void settle(List<TxId> txids, String marks) {
    jdbc.sql(
            "UPDATE message SET stage = 'SETTLED', outcome = 'SUCCESS', reason = NULL, marks ="
                + " :marks WHERE txid = ANY(:txids)")
        .param("marks", marks)
        .param("txids", txids.stream().map(TxId::hex).toArray(String[]::new))
        .update();
  }

  private static void addsUp(Standing.Numbers numbers) {
    assertThat(numbers.stages().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(numbers.known());
    assertThat(numbers.stages().values()).allMatch(n -> n >= 0);
  }

  private static long grown(Standing.Numbers before, Standing.Numbers after, String stage) {
    return after.stages().getOrDefault(stage, 0L) - before.stages().getOrDefault(stage, 0L);
  }

  private Map<String, Long> counted() {
    Map<String, Long> counted = new HashMap<>();
    jdbc.sql(
            "SELECT coalesce(stage, 'HEARD_OF') AS stage, count(*) AS n FROM message GROUP BY 1"
                + " UNION ALL SELECT 'ARCHIVED', count(*) FROM archive")
        .query(
            row -> {
              counted.put(row.getString("stage"), row.getLong("n"));
            });
    return nonZero(counted);
  }

  private static Map<String, Long> nonZero(Map<String, Long> numbers) {
    Map<String, Long> some = new HashMap<>(numbers);
    some.values().removeIf(n -> n == 0);
    return some;
  }

  private double gauge(String name, String... tags) {
    return meters.get(name).tags(tags).gauge().value();
  }

  private double reached(String stage) {
    return meters.get("settlement.messages").tags("stage", stage).counter().count();
  }
}
