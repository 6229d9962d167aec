// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.WeightFactor;
import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.events.ServiceLevelEvent.ProviderStanding;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceLevelFactorsTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final ProviderId OURS = ProviderId.of(1, URI.create("https://node.example.org/"));

  private final ServiceLevelFactors factors = new ServiceLevelFactors(20);

  private void stands(boolean watched, Level... breached) {
    factors.apply(
        new ProviderStanding(
            OURS,
            new ChainName("Alpha"),
            1,
            "node.example.org",
            watched,
            Arrays.stream(breached)
                .map(level -> new Breach(level, "a bound", "95 s behind", AT))
                .toList(),
            AT));
  }

  @Test
  void theWorstBreachCountsAndIsNamedUntilItEnds() {
    stands(true, Level.LATENCY);
    assertThat(factors.of(OURS).percent()).isEqualTo(50);
    stands(true, Level.LATENCY, Level.LAG);
    assertThat(factors.of(OURS))
        .isEqualTo(new WeightFactor(25, "LAG since 2026-11-20T12:00:00Z: 95 s behind"));
    stands(true);
    assertThat(factors.of(OURS)).isEqualTo(WeightFactor.WHOLE);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void everyLevelLowersAndNoneBelowTheLeast(Level level) {
    stands(true, level);
    assertThat(factors.of(OURS).percent()).isBetween(20, 50);
    assertThat(factors.of(OURS).why()).contains(level.name());
  }

  @Test
  void whoIsNotWatchedOrNotKnownCountsWhole() {
    stands(true, Level.ANSWERS);
    stands(false, Level.ANSWERS);
    assertThat(factors.of(OURS)).isEqualTo(WeightFactor.WHOLE);
    assertThat(factors.of(ProviderId.of(2, URI.create("https://node.example.org/"))))
        .isEqualTo(WeightFactor.WHOLE);
  }
}
