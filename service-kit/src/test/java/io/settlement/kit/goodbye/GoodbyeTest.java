// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.goodbye;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class GoodbyeTest {
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private final Goodbye goodbye = new Goodbye(PATIENCE);

  @Test
  void whoAsksWhileItEndsIsToOpenAnotherConnection() throws Exception {
    assertThat(ask()).isNull();
    closes();
    assertThat(ask()).isEqualTo("close");
  }

  @Test
  void itAnswersOnForAsLongAsSomebodyMayKeepAConnection() throws Exception {
    ask();
    closes();
    assertThat(untilItStops()).isBetween(PATIENCE.minusMillis(100), PATIENCE.plusSeconds(5));
  }

  @Test
  void itEndsAtOnceWhenNobodyHasAskedLately() throws Exception {
    ask();
    Thread.sleep(PATIENCE.plusMillis(50));
    closes();
    assertThat(untilItStops()).isLessThan(PATIENCE);
  }

  private @Nullable String ask() throws Exception {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    goodbye.doFilter(new MockHttpServletRequest(), answer, new MockFilterChain());
    return answer.getHeader("Connection");
  }

  private void closes() {
    goodbye.start();
    goodbye.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
  }

  private Duration untilItStops() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    long begin = System.nanoTime();
    goodbye.stop(stopped::countDown);
    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(goodbye.isRunning()).isFalse();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
