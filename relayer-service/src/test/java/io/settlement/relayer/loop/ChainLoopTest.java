// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.RpcError;
import io.settlement.events.value.ChainName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainLoopTest {
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final Duration LONG = Duration.ofMinutes(5);

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger rounds = new AtomicInteger();
  private @Nullable ChainLoop loop;

  @AfterEach
  void stop() {
    if (loop != null) {
      loop.stop();
    }
  }

  @Test
  void goesOnAtOnceWhileThereIsMoreAndRestsOtherwise() {
    start(() -> rounds.incrementAndGet() < 5 ? Duration.ZERO : LONG);

    await().until(() -> rounds.get() == 5);
    await().during(Duration.ofMillis(100)).until(() -> rounds.get() == 5);
  }

  @Test
  void wakesFromItsRest() {
    ChainLoop woken =
        start(
            () -> {
              rounds.incrementAndGet();
              return LONG;
            });
    await().until(() -> rounds.get() == 1);

    woken.wake();

    await().until(() -> rounds.get() == 2);
  }

  @Test
  void waitsOutFailuresNamesThemAndRecovers() {
    ChainLoop failing =
        start(
            () -> {
              if (rounds.incrementAndGet() < 4) {
                throw new RpcError(-32000, "not now");
              }
              return LONG;
            });

    await().until(() -> rounds.get() == 4 && failing.trouble() == null);
    assertThat(
            meters
                .get("settlement.loop.failures")
                .tags("loop", "test", "chain", "Alpha", "kind", "refused")
                .counter()
                .count())
        .isEqualTo(3);
  }

  @Test
  void survivesItsOwnMistakes() {
    ChainLoop broken =
        start(
            () -> {
              throw new IllegalStateException("a bug " + rounds.incrementAndGet());
            });

    await().until(() -> rounds.get() > 3);
    assertThat(broken.trouble()).startsWith("unexpected: a bug");
  }

  @Test
  void backsOffTwiceAsLongEachTimeUpToALimit() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    assertThat(backoff.after(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(1000)).isEqualTo(Duration.ofSeconds(30));
  }

  private ChainLoop start(ChainLoop.Step step) {
    Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    ChainLoop started = new ChainLoop("test", ALPHA, step, backoff, meters);
    started.start();
    loop = started;
    return started;
  }
}
