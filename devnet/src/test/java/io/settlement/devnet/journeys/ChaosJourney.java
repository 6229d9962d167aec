// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.devnet.chaos.Mayhem;
import io.settlement.devnet.chaos.Troubles;
import io.settlement.devnet.load.Certificate;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Tag("thorough")
class ChaosJourney {
  private static final int MESSAGES = 40;
  private static final int PER_SECOND = 8;
  private static final int KILLS = 2;
  private static final long SEED = 20261121;

  private final Service first = SharedWorld.world().service("relayer");
  private final Service second = SharedWorld.world().service("relayer2");
  private final List<Service> victims =
      Stream.of("relayer", "relayer2", "validator2").map(SharedWorld.world()::service).toList();

  @BeforeEach
  void startsASecondInstance() {
    second.start();
    awaitReady(second);
  }

  @AfterEach
  void leavesOneInstance() {
    second.stop();
    victims.stream().filter(one -> one != second).forEach(ChaosJourney::awaitReady);
  }

  /** The second instance shares the lanes of the first; whoever dies, the other takes them over. */
  @Test
  void everyMessageHappensExactlyOnceWhileInstancesAreKilled() {
    LoadPlan plan =
        new LoadPlan(MESSAGES, PER_SECOND, List.of(new LoadPlan.Way("Alpha", "Beta")), 0, false);
    LoadRun run = new LoadRun(SharedWorld.network(), SharedWorld.root(), new Progress(System.out));
    try (Mayhem mayhem =
        Mayhem.begin(List.of(Troubles.killing(victims)), SEED, Duration.ofSeconds(3))) {
      Runnable untilAllAreBack =
          () -> {
            mayhem.calmAfter(KILLS);
            victims.forEach(ChaosJourney::awaitReady);
          };
      Certificate certificate = run.run(plan, untilAllAreBack).certificate();

      assertThat(mayhem.incidents()).hasSizeGreaterThanOrEqualTo(KILLS);
      assertThat(certificate.faults()).isEmpty();
      assertThat(certificate.sent()).isEqualTo(MESSAGES);
      assertThat(certificate.delivered()).isEqualTo(MESSAGES);
      assertThat(certificate.settled()).isEqualTo(MESSAGES);
      assertThat(certificate.refunded()).isEqualTo(MESSAGES);
    }
    assertThat(first.isAlive()).isTrue();
  }

  private static void awaitReady(Service service) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(300))
        .until(service::isReady);
  }
}
