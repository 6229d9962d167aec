// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.Story;
import io.settlement.gas.price.Market;
import io.settlement.gas.price.Price;
import io.settlement.gas.price.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final RouteId ROUTE = Story.randomRoute();
  private static final Size SIZE = new Size(195, new Gas(500_000));
  private static final GasSettings SETTINGS =
      new GasSettings(
          Duration.ofMinutes(5),
          1_000,
          Map.of(),
          Duration.ofSeconds(5),
          new GasSettings.Prices(
              new BigDecimal("1.5"), Duration.ofMinutes(1), Duration.ofMinutes(1), 100),
          new GasSettings.Quotes(Duration.ofSeconds(30), Duration.ofDays(1)),
          new GasSettings.Defaults(250_000, 220_000, 110_000, 60_000, 256, 40, 500_000),
          new GasSettings.Learning(10, 200, new BigDecimal("0.95")));
  private static final TransactionBytes BYTES = new TransactionBytes(350, 750, 650, 250);
  private static final PriceList.Rules RULES =
      new PriceList.Rules(
          SETTINGS,
          (price, route, leg) -> price.withHeadroom(new BigDecimal("1.5")),
          (leg, units, size, chain) -> BYTES.of(leg, size.payloadBytes()));
  private static final Map<ChainName, Price> PRICES =
      Map.of(
          Story.ALPHA,
          new Price(Story.ALPHA, Wei.of(11), Wei.of(2), new BigDecimal("2000"), Instant.EPOCH),
          Story.BETA,
          new Price(Story.BETA, Wei.of(100), Wei.of(7), new BigDecimal("500"), Instant.EPOCH));

  @Test
  void pricesEachLegOnItsChainWithHeadroomOnTheBaseFeeAlone() {
    Estimate estimate = list(Map.of()).estimate(ROUTE, SIZE).orElseThrow();

    // Beta: 100 × 1.5 + 7 = 157; Alpha: ⌈11 × 1.5⌉ + 2 = 19
    LegPrice delivery = leg(estimate, Leg.DELIVERY);
    assertThat(delivery.gasSource()).isEqualTo(GasSource.DEFAULT);
    assertThat(delivery.chain()).isEqualTo(Story.BETA);
    assertThat(delivery.feeNative()).isEqualTo(Wei.of(220_000L * 157));
    assertThat(delivery.feeInSource()).isEqualTo(Wei.of(220_000L * 157 / 4));
    assertThat(leg(estimate, Leg.CALLBACK).feeInSource()).isEqualTo(Wei.of(110_000L * 19));
    assertThat(leg(estimate, Leg.REFUND).feeInSource()).isEqualTo(Wei.of(60_000L * 19));
    assertThat(estimate.refundFee()).isEqualTo(Wei.of(60_000L * 13));
  }

  @Test
  void bytesArePricedWhereDataHasAPriceOfItsOwn() {
    Price there = requireNonNull(PRICES.get(Story.BETA));
    Price rollup =
        new Price(
            Story.BETA,
            there.baseFee(),
            there.priorityFee(),
            Wei.of(1_000),
            there.nativeUsd(),
            there.sampledAt());
    PriceList list =
        new PriceList(
            RULES,
            new Market.Now(
                Map.of(Story.ALPHA, PRICES.get(Story.ALPHA), Story.BETA, rollup), Map.of()),
            Map.of());

    Estimate estimate = list.estimate(ROUTE, SIZE).orElseThrow();

    LegPrice delivery = leg(estimate, Leg.DELIVERY);
    assertThat(delivery.dataFee()).isEqualTo(Wei.of(1_000 * (750 + 195)));
    assertThat(delivery.feeNative()).isEqualTo(Wei.of(220_000L * 157 + 945_000));
    assertThat(delivery.feeInSource()).isEqualTo(Wei.of((220_000L * 157 + 945_000) / 4));
    assertThat(leg(estimate, Leg.CALLBACK).dataFee()).isEqualTo(Wei.ZERO);
  }

  @Test
  void theTotalIsTheLegsAndAMarginOfDeliveryAndCallbackRoundedUp() {
    Estimate estimate = list(Map.of()).estimate(ROUTE, SIZE).orElseThrow();

    long legs = 220_000L * 157 / 4 + 170_000L * 19;
    long spent = legs - leg(estimate, Leg.REFUND).feeInSource().value().longValueExact();
    assertThat(estimate.margin()).isEqualTo(Wei.of((spent + 9) / 10));
    assertThat(estimate.total()).isEqualTo(Wei.of(legs + (spent + 9) / 10));
    assertThat(estimate.terms().required()).isEqualTo(estimate.total());
  }

  @Test
  void theUsersOwnTransactionIsPricedBesideTheTotal() {
    PriceList list = list(Map.of());
    Estimate estimate = list.estimate(ROUTE, SIZE).orElseThrow();

    LegPrice source = estimate.sourceLeg(list.assumedSource(195));

    assertThat(source.feeInSource()).isEqualTo(Wei.of(250_000L * 19));
    assertThat(source.leg().paidBy()).isEqualTo(Leg.PaidBy.USER_TRANSACTION);
    assertThat(estimate.legs()).extracting(LegPrice::leg).doesNotContain(Leg.SOURCE);
  }

  @Test
  void measuredUnitsComeBeforeAssumedOnes() {
    PriceList list = list(Map.of(ROUTE, Map.of(Leg.DELIVERY, new Gas(180_000))));

    LegPrice delivery = leg(list.estimate(ROUTE, SIZE).orElseThrow(), Leg.DELIVERY);

    assertThat(delivery.gasSource()).isEqualTo(GasSource.LEARNED);
    assertThat(delivery.gasLimit()).isEqualTo(new Gas(180_000));
  }

  @Test
  void aLongPayloadCostsMore() {
    Estimate estimate =
        list(Map.of()).estimate(ROUTE, new Size(356, SIZE.handlerGas())).orElseThrow();

    assertThat(leg(estimate, Leg.DELIVERY).gasLimit()).isEqualTo(new Gas(224_000));
    assertThat(leg(estimate, Leg.CALLBACK).gasLimit()).isEqualTo(new Gas(110_000));
  }

  @Test
  void aHandlerThatMayUseMoreThanAllowedForCostsAllOfIt() {
    Estimate estimate =
        list(Map.of()).estimate(ROUTE, new Size(195, new Gas(900_000))).orElseThrow();

    assertThat(leg(estimate, Leg.DELIVERY).gasLimit()).isEqualTo(new Gas(620_000));
    assertThat(leg(estimate, Leg.CALLBACK).gasLimit()).isEqualTo(new Gas(110_000));
  }

  @Test
  void withoutAPriceThereIsNoEstimate() {
    PriceList list =
        new PriceList(
            RULES,
            new Market.Now(
                Map.of(Story.ALPHA, PRICES.get(Story.ALPHA)), Map.of(Story.BETA, Refusal.STALE)),
            Map.of());

    assertThat(list.estimate(ROUTE, SIZE)).isEmpty();
    assertThat(list.refusal(ROUTE).code()).isEqualTo("price-stale");
    PriceList contradicted =
        new PriceList(
            RULES, new Market.Now(Map.of(), Map.of(Story.BETA, Refusal.CONTRADICTORY)), Map.of());
    assertThat(contradicted.refusal(ROUTE).code()).isEqualTo("price-contradictory");
  }

  private static PriceList list(Map<RouteId, Map<Leg, Gas>> learned) {
    return new PriceList(RULES, new Market.Now(PRICES, Map.of()), learned);
  }

  private static LegPrice leg(Estimate estimate, Leg leg) {
    return estimate.legs().stream().filter(p -> p.leg() == leg).findFirst().orElseThrow();
  }
}
