// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Observations.Uptime;
import io.settlement.conformance.Observations.Violation;
import io.settlement.conformance.Unanswered.Cause;
import io.settlement.conformance.watch.Probe.Block;
import io.settlement.conformance.watch.Probe.Logs;
import io.settlement.conformance.watch.Probe.Sight;
import io.settlement.kit.test.Anvil;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final URI ONE = URI.create("https://one.example");
  private static final URI TWO = URI.create("https://two.example");
  private static final Instant NOW = Instant.parse("2026-03-31T12:30:00Z");
  private static final long CHAIN = 31337;

  private final History history = new History(CHAIN, Clock.fixed(NOW, ZoneOffset.UTC));

  private static Probe seen(URI provider, Instant at, long chainId, Block... finals) {
    Block head = new Block(9, "0x9", at);
    return new Probe(
        provider,
        at,
        Duration.ofMillis(40),
        Optional.of(new Sight(chainId, head, List.of(finals), Logs.NONE)),
        Optional.empty());
  }

  private static Probe silent(URI provider, Instant at) {
    return new Probe(
        provider, at, Duration.ofSeconds(5), Optional.empty(), Optional.of(Cause.TIMEOUT));
  }

  @Test
  void aMonthOfMinutesIsSummedAndOlderOnesAreForgotten() {
    Duration window = Duration.ofDays(30);
    for (Instant at = NOW.minus(Duration.ofDays(40)); !at.isAfter(NOW); at = at.plusSeconds(60)) {
      history.add(at.equals(NOW) ? silent(ONE, at) : seen(ONE, at, CHAIN));
    }
    Uptime uptime = history.uptime(ONE, window);
    assertThat(uptime.watched()).isEqualTo(window);
    // The window begins within an hour that counts whole.
    assertThat(uptime.probes()).isEqualTo(window.toMinutes() + 30 + 1);
    assertThat(uptime.answered()).isEqualTo(uptime.probes() - 1);
    assertThat(history.uptime(TWO, window)).isEqualTo(new Uptime(Duration.ZERO, 0, 0));
  }

  @Test
  void anAnswerForAnotherChainIsNone() {
    history.add(seen(ONE, NOW, 1, new Block(5, "0x5", NOW)));
    assertThat(history.uptime(ONE, Duration.ofHours(1)).answered()).isZero();
    assertThat(history.finality(Duration.ofHours(1)).blocks()).isZero();
  }

  @Test
  void aHeightWithTwoHashesIsAViolationWhoeverNamesIt() {
    Instant before = NOW.minusSeconds(600);
    history.add(seen(ONE, before, CHAIN, new Block(5, "0xa", before)));
    history.add(seen(TWO, NOW, CHAIN, new Block(6, "0xc", NOW), new Block(5, "0xb", before)));
    var finality = history.finality(Duration.ofHours(1));
    assertThat(finality.violations())
        .containsExactly(new Violation(5, "0xa", ONE, "0xb", TWO, NOW));
    assertThat(finality.providers()).isEqualTo(2);
    assertThat(finality.blocks()).isEqualTo(2);
    assertThat(finality.watched()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void roundsOfALoadAreSummed() {
    history.add(ONE, NOW.minusSeconds(3600), new SoakLoop.Round(11, 0));
    history.add(ONE, NOW, new SoakLoop.Round(11, 2));
    var soak = history.soak(ONE, Duration.ofHours(24));
    assertThat(soak.calls()).isEqualTo(22);
    assertThat(soak.failed()).isEqualTo(2);
    assertThat(soak.watched()).isEqualTo(Duration.ofHours(1));
  }

  private static Node node(URI address) {
    return Node.of(address, null, NodeSettings.usual(AddressPolicy.ANY), Load.of(100, 4));
  }

  @Test
  void aRealNodeIsSeenWithItsFinalBlocksAndItsLogs() {
    Prober prober = new Prober(Clock.systemUTC());
    URI address;
    try (Anvil anvil = Anvil.start();
        Node node = node(URI.create(anvil.rpcUrl()))) {
      address = node.http();
      anvil.mine(10);
      Probe quiet = prober.look(node, OptionalLong.of(3));
      Sight sight = quiet.sight().orElseThrow();
      assertThat(quiet.isRight(CHAIN)).isTrue();
      assertThat(sight.head().number()).isEqualTo(10);
      assertThat(sight.finals()).extracting(Block::number).containsExactly(8L, 3L);
      assertThat(sight.logs()).isEqualTo(Logs.NONE);
      // LOG0 of nothing, in a creation.
      anvil.rpc(
          "eth_sendTransaction",
          Map.of("from", "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266", "data", "0x60006000a000"));
      assertThat(prober.look(node, OptionalLong.empty()).sight().orElseThrow().logs())
          .isEqualTo(Logs.SERVED);
      assertThat(SoakLoop.once(node)).isEqualTo(new SoakLoop.Round(11, 0));
    }
    try (Node gone = node(address)) {
      assertThat(prober.look(gone, OptionalLong.empty()).error()).contains(Cause.UNREACHABLE);
      assertThat(SoakLoop.once(gone)).isEqualTo(new SoakLoop.Round(11, 11));
    }
  }
}
