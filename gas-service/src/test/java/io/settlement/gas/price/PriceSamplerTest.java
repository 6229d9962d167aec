// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.events.PriceEvent.PriceSampled;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class PriceSamplerTest extends GasTest {
  @Autowired PriceSampler sampler;
  @Autowired Prices prices;
  @Autowired KafkaProbe kafka;
  @Autowired TransactionTemplate transaction;

  @Test
  void samplesEveryConfiguredChainAtTheStart() {
    kafka.await(
        Topics.PRICE_EVENTS, PriceSampled.class, p -> p.chain().equals(new ChainName("Alpha")));
    PriceSampled beta =
        kafka.await(
            Topics.PRICE_EVENTS, PriceSampled.class, p -> p.chain().equals(new ChainName("Beta")));

    assertThat(beta.nativeUsd()).isEqualByComparingTo("500");
    assertThat(beta.baseFee().isZero()).isFalse();
    await().untilAsserted(() -> assertThat(prices.latest()).containsKey(new ChainName("Alpha")));
  }

  @Test
  void publishesWhatMovedAndTheHeartbeatOnly() {
    Instant start = Instant.parse("2026-11-20T12:00:00Z");
    sample("1000000", start);
    sample("1000000", start.plusSeconds(5));
    sample("1009999", start.plusSeconds(10));
    sample("1010000", start.plusSeconds(15));
    sample("1010000", start.plusSeconds(74));
    sample("1010000", start.plusSeconds(75));

    List<PriceSampled> published =
        kafka.await(Topics.PRICE_EVENTS, PriceSampled.class, PriceSamplerTest::isMine, 3);
    assertThat(published)
        .extracting(PriceSampled::at)
        .containsExactly(start, start.plusSeconds(15), start.plusSeconds(75));
    assertThat(prices.latest().values())
        .filteredOn(price -> price.chain().equals(new ChainName("Moving")))
        .extracting(Price::sampledAt)
        .containsExactly(start.plusSeconds(75));
  }

  private void sample(String baseFee, Instant at) {
    Price price =
        new Price(
            new ChainName("Moving"), Wei.parse(baseFee), Wei.of(0), new BigDecimal("1.50"), at);
    transaction.executeWithoutResult(status -> sampler.keep(price));
  }

  private static boolean isMine(PriceSampled price) {
    return price.chain().equals(new ChainName("Moving"));
  }
}
