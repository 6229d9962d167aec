// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.kit.test.Anvil;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** On a chain that makes a block each second, of which the third newest is final. */
class OutlookTest {
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final EvmAddress CONTRACT = new EvmAddress("0x" + "a0".repeat(20));
  private static final Price NOW =
      new Price(ALPHA, Wei.of(1_000), Wei.of(7), new BigDecimal("2000"), Instant.EPOCH);

  @SuppressWarnings("NullAway.Init")
  private static Anvil node;

  @BeforeAll
  static void start() {
    node = Anvil.start();
    node.rpc("anvil_setBlockTimestampInterval", 1);
    node.mine(70);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void looksAsFarAheadAsALegIsAway() {
    Outlook outlook = outlook(Map.of(), measured(), List.of());

    // 2 s for the payer, 2 s until final, 2 s for the suite; and the last two again.
    assertThat(outlook.untilDelivered(ALPHA)).contains(Duration.ofSeconds(6));
    assertThat(outlook.untilHome(ALPHA, ALPHA)).contains(Duration.ofSeconds(10));
    assertThat(outlook.untilDelivered(new ChainName("Elsewhere"))).isEmpty();
  }

  @Test
  void theCeilingIsAnEighthForEachBlockOfTheWait() {
    Outlook outlook =
        outlook(Map.of("settlement.gas.projection.mode", "ceiling"), measured(), List.of());

    assertThat(outlook.whenDelivered(NOW, ALPHA).baseFee())
        .isEqualTo(Rises.ceiling(NOW.baseFee(), 6));
    assertThat(outlook.whenSent(NOW).baseFee()).isEqualTo(Rises.ceiling(NOW.baseFee(), 2));
    assertThat(outlook.whenDelivered(NOW, ALPHA).priorityFee()).isEqualTo(NOW.priorityFee());
  }

  @Test
  void theTrendIsWhatWasSeen() {
    List<Wei> rising = IntStream.rangeClosed(0, 100).mapToObj(i -> Wei.of(600 + 20L * i)).toList();
    Outlook outlook = outlook(Map.of("settlement.gas.projection.level", "0"), measured(), rising);

    // A hundred and twenty more in six blocks, of 1 600 in the middle of what was seen.
    assertThat(outlook.whenDelivered(NOW, ALPHA).baseFee().value().intValue())
        .isBetween(1_070, 1_090);
    // Four tenths of what was seen lie below 1 400: now is a trough.
    Outlook levelled =
        outlook(Map.of("settlement.gas.projection.level", "0.4"), measured(), rising);
    assertThat(levelled.whenDelivered(NOW, ALPHA).baseFee()).isEqualTo(Wei.of(1_400));
  }

  @Test
  void theFixedFactorCountsWhileNothingBetterIsKnown() {
    assertThat(outlook(Map.of(), new BlockTimes(nodes()), List.of()).whenSent(NOW).baseFee())
        .isEqualTo(Wei.of(1_500));
    // Where the pace is known, not above what two full blocks allow.
    assertThat(outlook(Map.of(), measured(), List.of()).whenSent(NOW).baseFee())
        .isEqualTo(Wei.of(1_266));
    assertThat(
            outlook(Map.of("settlement.gas.projection.mode", "fixed"), measured(), List.of())
                .whenSent(NOW)
                .baseFee())
        .isEqualTo(Wei.of(1_500));
  }

  private static Outlook outlook(
      Map<String, String> properties, BlockTimes times, List<Wei> history) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("settlement.gas.rates.Alpha", "2000");
    Binder binder = new Binder(new MapConfigurationPropertySource(all));
    PriceSettings settings = binder.bindOrCreate("settlement.gas", PriceSettings.class);
    BaseFees fees = new BaseFees(settings);
    fees.note(ALPHA, history);
    return new Outlook(
        fees, times, settings, binder.bindOrCreate("settlement.gas", GasSettings.class));
  }

  private static BlockTimes measured() {
    BlockTimes times = new BlockTimes(nodes());
    times.measure();
    await().until(() -> times.of(ALPHA).isPresent());
    return times;
  }

  private static ChainNodes nodes() {
    return ChainNodes.of(
        List.of(
            ChainSettings.of(
                ALPHA, 31337, List.of(URI.create(node.rpcUrl())), CONTRACT, CONTRACT, CONTRACT)),
        new SimpleMeterRegistry());
  }
}
