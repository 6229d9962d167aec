// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Unanswered;
import io.settlement.kit.test.Anvil;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fork is there for as long as it is needed, and knows no secret. */
class ForkTest {
  private static final String SECRET = "a-token-that-pays-for-calls";
  private static Anvil chain;

  @BeforeAll
  static void begins() {
    chain = Anvil.start();
    chain.mine(5);
  }

  @AfterAll
  static void ends() {
    chain.close();
  }

  private static Node node() {
    return Node.of(
        URI.create(chain.rpcUrl() + "/?key=" + SECRET),
        null,
        new NodeSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 1_000_000, AddressPolicy.ANY),
        Load.of(1_000, 8));
  }

  private static ForkSettings settings(Path program, Duration longest) {
    return new ForkSettings(program, Duration.ofSeconds(30), longest);
  }

  /** Forks of this process alone. */
  private static List<ProcessHandle> running() {
    return ProcessHandle.current()
        .descendants()
        .filter(one -> line(one).contains("--fork-url"))
        .toList();
  }

  private static String line(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  @Test
  void itBeginsAtTheLatestFinalBlockAndEndsWhenItIsClosed() throws Exception {
    try (Node node = node();
        Fork fork = Fork.of(node, settings(Anvil.program(), Duration.ofMinutes(2)))) {
      assertThat(fork.block().number()).isEqualTo(3);
      assertThat(fork.node().ask("eth_blockNumber").asString()).isEqualTo("0x3");
      assertThat(fork.node().ask("eth_chainId").asString()).isEqualTo("0x7a69");
      assertThat(running()).isNotEmpty().noneMatch(one -> line(one).contains(SECRET));
    }
    await(() -> running().isEmpty());
  }

  @Test
  void itEndsWhenItsTimeIsOver() throws Exception {
    try (Node node = node();
        Fork fork = Fork.of(node, settings(Anvil.program(), Duration.ofSeconds(3)))) {
      await(() -> running().isEmpty());
      assertThatThrownBy(() -> fork.node().ask("eth_chainId")).isInstanceOf(Unanswered.class);
    }
  }

  /** As when this process is killed: nobody holds the other end of the guard's input. */
  @Test
  void itEndsWithTheProcessThatStartedIt() throws Exception {
    Process guard = new ProcessBuilder("sh", "-c", Fork.GUARD, "fork", "sleep", "86399").start();
    await(() -> guard.descendants().anyMatch(one -> line(one).contains("86399")));
    ProcessHandle child =
        guard.descendants().filter(one -> line(one).contains("86399")).findFirst().orElseThrow();
    guard.getOutputStream().close();
    await(() -> !child.isAlive() && !guard.isAlive());
  }

  @Test
  void aProgramThatIsNotThereAndOneThatEndsAreTold() {
    try (Node node = node()) {
      ForkSettings missing = settings(Path.of("/no/such/anvil"), Duration.ofMinutes(1));
      assertThat(Fork.isAvailable(missing)).isFalse();
      assertThatThrownBy(() -> Fork.of(node, missing))
          .isInstanceOf(Unanswered.class)
          .hasMessageContaining("the fork ended")
          .hasMessageNotContaining(SECRET);
      assertThatThrownBy(
              () -> Fork.of(node, settings(Path.of("/bin/false"), Duration.ofMinutes(1))))
          .isInstanceOf(Unanswered.class);
    }
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 400 && !done.getAsBoolean(); i++) {
      Thread.sleep(25);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }
}
