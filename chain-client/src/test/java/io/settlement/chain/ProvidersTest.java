// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ProviderReport.State;
import io.settlement.chain.ProviderReport.Weight;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ProviderId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Which provider is asked when, and why one is not. */
@Timeout(60)
class ProvidersTest {
  private static final EvmAddress ANYBODY = new EvmAddress("0x" + "11".repeat(20));

  private static final String SEND = "eth_sendRawTransaction";
  private static final byte[] SIGNED = {1, 2, 3};

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Meddler> doors = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private static Anvil anvil;

  @BeforeAll
  static void start() {
    anvil = Anvil.manual();
    anvil.mine(3);
  }

  @AfterAll
  static void stop() {
    anvil.close();
  }

  @AfterEach
  void shut() {
    doors.forEach(Meddler::close);
  }

  @Test
  void sharesReadsByWeight() {
    Meddler heavy = door();
    Meddler light = door();
    List<ProviderSettings> providers =
        List.of(
            new ProviderSettings("heavy", heavy.url(), null, 3, 0),
            new ProviderSettings("light", light.url(), null, 1, 0));
    try (EvmReader reader = connect(providers, patient())) {
      for (int i = 0; i < 20; i++) {
        assertThat(reader.chainId()).isEqualTo(31337);
      }
      assertThat(heavy.asked()).isEqualTo(15);
      assertThat(light.asked()).isEqualTo(5);
    }
  }

  @Test
  void aFactorMovesReadsWhileTheReaderIsInUseAndSilencesNobody() {
    Meddler late = door();
    Meddler well = door();
    List<ProviderSettings> providers =
        List.of(
            new ProviderSettings("late", late.url(), null, 3, 0),
            new ProviderSettings("well", well.url(), null, 1, 0));
    ProviderId lowered = ProviderId.of(31337, late.url());
    AtomicReference<WeightFactor> factor = new AtomicReference<>(WeightFactor.WHOLE);
    ChainSettings settings = Anvil.settings(anvil.url()).withProviders(providers, patient());
    try (EvmReader reader =
        EvmReader.connect(
            settings, meters, one -> one.equals(lowered) ? factor.get() : WeightFactor.WHOLE)) {
      ask(reader, 20);
      assertThat(late.asked()).isEqualTo(15);
      factor.set(new WeightFactor(10, "LAG"));
      ask(reader, 26);
      assertThat(late.asked()).isEqualTo(15 + 6);
      assertThat(well.asked()).isEqualTo(5 + 20);
      assertThat(reader.providers().getFirst().weight()).isEqualTo(new Weight(3, 10, "LAG"));
      assertThat(reader.providers().getLast().weight()).isEqualTo(new Weight(1, 100, ""));
      assertThat(
              meters.get("settlement.rpc.provider.weight").tag("provider", "late").gauge().value())
          .isEqualTo(0.3);
    }
    assertThatThrownBy(() -> new WeightFactor(0, "never"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WeightFactor(101, "nor more"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void ask(EvmReader reader, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(reader.chainId()).isEqualTo(31337);
    }
  }

  @Test
  void asksAnotherProviderWhenOneTakesLong() {
    Meddler slow = door().lateBy(1_500);
    try (EvmReader reader =
        connect(List.of(slow.named("slow"), door().named("quick")), hedging())) {
      long start = System.nanoTime();
      assertThat(reader.chainId()).isEqualTo(31337);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThat(meters.get("settlement.rpc.hedges").tag("provider", "slow").counter().count())
          .isEqualTo(1);
    }
  }

  @Test
  void aProviderThatFallsBehindIsAskedLastUntilItCatchesUp() {
    Meddler stale = door().says("eth_blockNumber", number -> StringNode.valueOf("0x1"));
    NodePolicy policy =
        policy(2, Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofMillis(50));
    try (EvmReader reader = connect(List.of(stale.named("stale"), door().named("fresh")), policy)) {
      anvil.mine(3);
      await().until(() -> state(reader, "stale") == State.LAGGING);
      assertThat(reader.providers().getFirst().lag()).isGreaterThan(2);
      assertThat(meters.get("settlement.rpc.provider.in").tag("provider", "stale").gauge().value())
          .isZero();
      stale.behaves();
      await().until(() -> state(reader, "stale") == State.IN);
    }
  }

  @Test
  void aHeadThatStandsStillIsNoticedEvenWhenItIsClose() {
    long head = anvil.reader().head(FinalityTag.LATEST).number();
    String height = Quantities.hex(head);
    Meddler stuck = door().says("eth_blockNumber", number -> StringNode.valueOf(height));
    NodePolicy policy =
        policy(50, Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMillis(50));
    try (EvmReader reader = connect(List.of(stuck.named("stuck"), door().named("fresh")), policy)) {
      anvil.mine(1);
      await().until(() -> state(reader, "stuck") == State.STALLED);
      assertThat(reader.providers().getFirst().why()).contains("shows block " + head);
    }
  }

  @Test
  void aTransactionThatIsRefusedIsNoFailureOfTheNode() {
    Meddler node = door();
    try (EvmReader reader = connect(List.of(node.named("only")), NodePolicy.usual())) {
      for (String words :
          List.of("nonce too low", "insufficient funds", "replacement transaction underpriced")) {
        node.refuses("eth_getBalance", -32603, words);
        assertThatThrownBy(() -> reader.balance(ANYBODY))
            .isInstanceOf(RpcError.class)
            .hasMessageContaining(words);
      }
      node.refuses("eth_getBalance", -32603, "execution reverted");
      assertThatThrownBy(() -> reader.balance(ANYBODY)).isInstanceOf(Reverted.class);
      assertThat(state(reader, "only")).isEqualTo(State.IN);
      assertThat(reader.providers().getFirst().failures()).isEmpty();
    }
  }

  @Test
  void aNodeInTroubleIsNotMistakenForAnAnswer() {
    Meddler node = door();
    try (EvmReader reader =
        connect(List.of(node.named("troubled"), door().named("well")), NodePolicy.usual())) {
      node.refuses("eth_getBalance", -32603, "missing trie node 12ab (path )");
      for (int i = 0; i < 6; i++) {
        assertThat(reader.balance(ANYBODY).isZero()).isTrue();
      }
      assertThat(state(reader, "troubled")).isEqualTo(State.FAILING);
      assertThat(reader.providers().getFirst().failures()).containsEntry("out_of_order", 3L);
    }
  }

  @Test
  void aTransactionIsHandedToAllProvidersAndOneThatTakesItIsEnough() {
    Meddler quick = taking(door());
    Meddler late = taking(door()).lateBy(1_500);
    Meddler refusing = door().refuses(SEND, -32000, "insufficient funds");
    try (EvmReader reader =
        connect(
            List.of(late.named("late"), refusing.named("refusing"), quick.named("only")),
            NodePolicy.usual())) {
      long start = System.nanoTime();
      reader.forPurpose("lane").send(SIGNED, refusal -> false);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThat(requests("lane", SEND)).isEqualTo(1);
      await().until(() -> Stream.of(late, refusing, quick).allMatch(door -> door.asked(SEND) == 1));
    }
  }

  @Test
  void aRefusedTransactionIsNoFailureAndEndsAtOnceWhenItIsThereAlready() {
    Meddler one = door().refuses(SEND, -32000, "already known");
    Meddler other = door().refuses(SEND, -32000, "already known").lateBy(1_500);
    try (EvmReader reader =
        connect(List.of(one.named("one"), other.named("other")), NodePolicy.usual())) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> reader.send(SIGNED, refusal -> true))
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("already known");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      other.lateBy(0);
      for (int i = 0; i < 4; i++) {
        assertThatThrownBy(() -> reader.send(SIGNED, refusal -> false))
            .isInstanceOf(RpcError.class);
      }
      assertThat(state(reader, "one")).isEqualTo(State.IN);
    }
  }

  @Test
  void whatARefusingProviderSaysCountsWhenTheOthersHang() {
    Meddler hanging = door().hangs();
    Meddler refusing = door().refuses(SEND, -32000, "nonce too high");
    try (EvmReader reader =
        connect(
            List.of(hanging.named("hanging"), refusing.named("refusing")), NodePolicy.usual())) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> reader.send(SIGNED, refusal -> false))
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("nonce too high");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void noTransactionIsHandedToAProviderThatIsLeftOut() {
    Meddler troubled = door().refuses(SEND, -32603, "database closed");
    Meddler well = taking(door());
    try (EvmReader reader =
        connect(List.of(troubled.named("troubled"), well.named("well")), patient())) {
      for (int i = 0; i < 8; i++) {
        reader.send(SIGNED, refusal -> false);
        await().until(() -> Math.min(3, well.asked(SEND)) <= troubled.asked(SEND));
      }
      assertThat(state(reader, "troubled")).isEqualTo(State.FAILING);
      assertThat(troubled.asked(SEND)).isEqualTo(3);
      well.refuses(SEND, -32603, "database closed");
      assertThatThrownBy(() -> reader.send(SIGNED, refusal -> false))
          .isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void theOnlyProviderIsAskedAgainSoonAndLessOftenWhileItGoesOnFailing() {
    Meddler only = door().refuses("eth_chainId", -32603, "database closed");
    try (EvmReader reader = connect(List.of(only.named("only")), patient())) {
      List<Duration> rests = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);
        assertThat(state(reader, "only")).isEqualTo(State.FAILING);
        rests.add(reader.providers().getFirst().remaining());
        long asked = only.asked();
        assertThatThrownBy(reader::chainId).hasMessageContaining("left out");
        assertThat(only.asked()).isEqualTo(asked);
        await().until(() -> state(reader, "only") != State.FAILING);
      }
      assertThat(rests.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
      assertThat(rests.get(1)).isBetween(Duration.ofMillis(1_001), Duration.ofSeconds(2));
      assertThat(rests.get(2)).isBetween(Duration.ofMillis(2_001), Duration.ofSeconds(4));
      only.behaves();
      for (int i = 0; i < 3; i++) {
        assertThat(reader.chainId()).isEqualTo(31337);
      }
      only.refuses("eth_chainId", -32603, "database closed");
      assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);
      assertThat(reader.providers().getFirst().remaining())
          .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void aQuestionThatHangsKeepsNoOtherFromTheOnlyProviderThatIsTriedAgain() throws Exception {
    Meddler only = door().refuses("eth_chainId", -32603, "database closed");
    CountDownLatch over = new CountDownLatch(1);
    AtomicInteger hanging = new AtomicInteger();
    try (EvmReader reader = connect(List.of(only.named("only")), patient());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThatThrownBy(reader::chainId).isInstanceOf(Unreachable.class);
      only.behaves();
      only.changes(
          "eth_getBalance",
          (request, response) -> {
            hanging.incrementAndGet();
            awaitQuietly(over);
            return response;
          });
      await().until(() -> state(reader, "only") != State.FAILING);
      Future<?> heavy = threads.submit(() -> reader.balance(ANYBODY));
      await().until(() -> hanging.get() == 1);
      assertThat(reader.chainId()).isEqualTo(31337);
      over.countDown();
      heavy.get();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aProviderThatAsksForRestGetsIt() {
    try (FakeNode tired = FakeNode.answering(request -> new FakeNode.Reply(429, "", "30"));
        EvmReader reader =
            connect(
                List.of(
                    new ProviderSettings("tired", tired.url(), null, 1, 0), door().named("well")),
                patient())) {
      for (int i = 0; i < 6; i++) {
        assertThat(reader.chainId()).isEqualTo(31337);
      }
      assertThat(tired.asked()).isEqualTo(1);
      assertThat(state(reader, "tired")).isEqualTo(State.RATE_LIMITED);
      assertThat(reader.providers().getFirst().remaining())
          .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }
  }

  @Test
  void neverAsksMoreOftenThanTheProviderAllows() {
    List<ProviderSettings> providers =
        List.of(new ProviderSettings("metered", anvil.url(), null, 1, 4));
    try (EvmReader reader = connect(providers, NodePolicy.usual())) {
      long start = System.nanoTime();
      for (int i = 0; i < 9; i++) {
        assertThat(reader.chainId()).isEqualTo(31337);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    }
  }

  @Test
  void whatANodeSaysOfItsOwnAddressIsHidden() {
    String words = "project 0123456789abcdef is unknown";
    try (FakeNode node =
            FakeNode.answering(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32000,\"message\":\"%s\"}}"
                    .formatted(words));
        EvmReader reader =
            connect(
                List.of(ProviderSettings.of(URI.create(node.url() + "/v3/0123456789abcdef"))),
                NodePolicy.usual())) {
      assertThatThrownBy(reader::chainId)
          .isInstanceOf(RpcError.class)
          .hasMessageContaining("project (hidden) is unknown");
      assertThat(reader.providers().toString() + reader.settings())
          .doesNotContain("0123456789abcdef");
    }
  }

  @Test
  void countsWhatEachPurposeCosts() {
    try (EvmReader reader = connect(List.of(door().named("only")), NodePolicy.usual())) {
      assertThat(reader.forPurpose("price").chainId()).isEqualTo(31337);
      assertThat(reader.forPurpose("observe").blocks(List.of(0L, 1L, 2L))).hasSize(3);
      assertThat(requests("price", "eth_chainId")).isEqualTo(1);
      assertThat(requests("observe", "eth_getBlockByNumber")).isEqualTo(3);
      assertThatThrownBy(() -> reader.forPurpose("Whatever 17"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void closingAViewLeavesTheNodesOpen() {
    try (EvmReader reader = connect(List.of(door().named("only")), NodePolicy.usual())) {
      reader.forPurpose("price").close();
      reader.agreed().close();
      assertThat(reader.chainId()).isEqualTo(31337);
    }
  }

  @Test
  void ringsWhenABlockIsAnnouncedAndComesBackAfterTheLineWasCut() {
    AtomicInteger rings = new AtomicInteger();
    try (Wire wire = new Wire(anvil.url());
        EvmReader reader =
            connect(
                List.of(new ProviderSettings("only", anvil.url(), wire.webSocketUrl(), 1, 0)),
                NodePolicy.usual())) {
      EvmReader.Bell bell = reader.onNewHead(rings::incrementAndGet);
      ringsAfterABlock(rings);
      wire.cut();
      // A ring that was under way when the line was cut proves nothing: the second line first.
      await().until(() -> wire.connections() == 2);
      ringsAfterABlock(rings);
      bell.close();
      int before = rings.get();
      double heard = announcements();
      await()
          .until(
              () -> {
                anvil.mine(1);
                return announcements() > heard;
              });
      assertThat(rings).hasValue(before);
    }
  }

  @Test
  void nobodyRingsWithoutAWebSocket() {
    AtomicInteger rings = new AtomicInteger();
    try (EvmReader reader = connect(List.of(door().named("only")), NodePolicy.usual())) {
      EvmReader.Bell bell = reader.onNewHead(rings::incrementAndGet);
      anvil.mine(1);
      assertThat(reader.head(FinalityTag.LATEST).number()).isPositive();
      bell.close();
      assertThat(rings).hasValue(0);
    }
  }

  /** A door whose node takes every transaction. */
  private static Meddler taking(Meddler door) {
    return door.changes(
        SEND,
        (request, response) -> {
          ObjectNode taken = (ObjectNode) response;
          taken.remove("error");
          return taken.put("result", "0x" + "ab".repeat(32));
        });
  }

  private static void ringsAfterABlock(AtomicInteger rings) {
    int before = rings.get();
    await()
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              anvil.mine(1);
              return rings.get() > before;
            });
  }

  private double announcements() {
    return meters.get("settlement.rpc.announcements").tag("provider", "only").counter().count();
  }

  private double requests(String purpose, String method) {
    return meters
        .get("settlement.rpc.requests")
        .tags("chain", "Alpha", "provider", "only", "purpose", purpose, "method", method)
        .counter()
        .count();
  }

  private static State state(EvmReader reader, String provider) {
    return reader.providers().stream()
        .filter(one -> one.name().equals(provider))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private Meddler door() {
    Meddler door = new Meddler(anvil.url());
    doors.add(door);
    return door;
  }

  /** Never asks a second provider only because the first is slow on a busy machine. */
  private static NodePolicy patient() {
    return policy(20, Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  private static NodePolicy hedging() {
    return policy(20, Duration.ofMinutes(2), Duration.ofMillis(50), Duration.ofSeconds(5));
  }

  private static NodePolicy policy(
      long maxLag, Duration stalledAfter, Duration hedgeAfter, Duration probeInterval) {
    return new NodePolicy(
        1, 3, Duration.ofMinutes(1), maxLag, stalledAfter, hedgeAfter, 64, probeInterval);
  }

  private EvmReader connect(List<ProviderSettings> providers, NodePolicy policy) {
    return EvmReader.connect(Anvil.settings(anvil.url()).withProviders(providers, policy), meters);
  }
}
