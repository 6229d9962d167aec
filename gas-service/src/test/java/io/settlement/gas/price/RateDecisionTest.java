// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.gas.price.RateDecision.Standing;
import io.settlement.gas.price.RateDecision.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RateDecisionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void takesTheMedianOfThoseThatAreFresh() {
    RateDecision decision = decide(said("a", "2000"), said("b", "2010"), said("c", "2004"));

    assertThat(decision.usd()).isEqualByComparingTo("2004");
    assertThat(standings(decision)).containsValues(Standing.COUNTED).hasSize(3);
  }

  @Test
  void ofTwoItIsTheMean() {
    assertThat(decide(said("a", "2000"), said("b", "2010")).usd()).isEqualByComparingTo("2005");
  }

  @Test
  void oneOutlierIsLeftOutAndNamed() {
    RateDecision decision = decide(said("a", "2000"), said("b", "2900"), said("c", "2004"));

    assertThat(decision.usd()).isEqualByComparingTo("2002");
    assertThat(standings(decision)).containsEntry("b", Standing.OUTLIER);
    assertThat(decision.why()).contains("without b");
  }

  @Test
  void twoThatContradictEachOtherDecideNothing() {
    RateDecision decision = decide(said("a", "2000"), said("b", "2900"));

    assertThat(decision.rate()).isEmpty();
    assertThat(decision.refusal()).isEqualTo(Refusal.CONTRADICTORY);
  }

  @Test
  void twoCampsDecideNothing() {
    RateDecision decision =
        decide(said("a", "2000"), said("b", "2001"), said("c", "2900"), said("d", "2901"));

    assertThat(decision.refusal()).isEqualTo(Refusal.CONTRADICTORY);
  }

  @Test
  void anOutlierIsNotLeftOutWhereTheRestIsTooFew() {
    RateDecision decision =
        RateDecision.of(
            List.of(said("a", "2000"), said("b", "2900"), said("c", "2004")), 3, 200, NOW);

    assertThat(decision.refusal()).isEqualTo(Refusal.CONTRADICTORY);
  }

  @Test
  void tooFewFreshOnesAreStaleAndTheOldOnesAreNamed() {
    RateDecision decision =
        decide(said("a", "2000"), at("b", "2001", NOW.minusSeconds(61)), silent("c"));

    assertThat(decision.refusal()).isEqualTo(Refusal.STALE);
    assertThat(standings(decision))
        .containsEntry("a", Standing.COUNTED)
        .containsEntry("b", Standing.STALE)
        .containsEntry("c", Standing.FAILED);
  }

  @Test
  void aPriceCountsUntilItsLastMoment() {
    assertThat(decide(said("a", "2000"), at("b", "2000", NOW.minusSeconds(60))).rate()).isPresent();
  }

  @Test
  void nobodyKnowsTheFuture() {
    RateDecision decision = decide(said("a", "2000"), at("b", "2000", NOW.plusSeconds(61)));

    assertThat(decision.refusal()).isEqualTo(Refusal.STALE);
  }

  @Test
  void aPriceOfNothingIsNone() {
    assertThat(decide(said("a", "2000"), said("b", "0")).refusal()).isEqualTo(Refusal.STALE);
    assertThat(decide(said("a", "2000"), said("b", "1e16")).refusal()).isEqualTo(Refusal.STALE);
    assertThat(decide(said("a", "2000"), said("b", "-2000")).refusal()).isEqualTo(Refusal.STALE);
  }

  private static RateDecision decide(Word... words) {
    return RateDecision.of(List.of(words), 2, 200, NOW);
  }

  private static Map<String, Standing> standings(RateDecision decision) {
    return decision.sources().stream()
        .collect(Collectors.toMap(RateDecision.Voice::source, RateDecision.Voice::standing));
  }

  private static Word said(String source, String usd) {
    return at(source, usd, NOW);
  }

  private static Word at(String source, String usd, Instant at) {
    return new Word(
        source, Duration.ofMinutes(1), new RateSource.Quoted(new BigDecimal(usd), at), null);
  }

  private static Word silent(String source) {
    return new Word(source, Duration.ofMinutes(1), null, "no answer");
  }
}
