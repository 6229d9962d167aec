// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ProviderReport.State;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Three providers of one real node, one of which omits, lies or hangs. */
@Timeout(60)
class QuorumTest {
  /** Emits a log whose topic0 is the first word of the calldata. */
  private static final String LOGS = "0x6860003560006000a10060005260096017f3";

  private static final EvmAddress IDENTITY = new EvmAddress("0x" + "0".repeat(39) + "4");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Meddler> doors = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private static Anvil anvil;

  @SuppressWarnings("NullAway.Init")
  private static EvmAddress emitter;

  @SuppressWarnings("NullAway.Init")
  private static Hash tx;

  @BeforeAll
  static void start() {
    anvil = Anvil.manual();
    emitter = anvil.deploy(LOGS);
    anvil.mine(3);
    tx = anvil.send(emitter, Hash.of(BigInteger.ONE).bytes(), Wei.ZERO);
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
  void aProviderThatOmitsLogsIsOutvotedAndNamed() {
    Meddler third = door().says("eth_getLogs", logs -> JsonNodeFactory.instance.arrayNode());
    try (EvmReader reader = three(third)) {
      for (int i = 0; i < 3; i++) {
        assertThat(reader.agreed().logs(0, 4 + i % 2, List.of(emitter), List.of()))
            .extracting(ChainLog::txHash)
            .containsExactlyElementsOf(i % 2 == 1 ? List.of(tx) : List.of());
        assertThat(reader.agreed().logs(0, 5, List.of(emitter), List.of())).hasSize(1);
      }
      awaitContradicted(reader);
      assertThat(report(reader, "third").why()).contains("eth_getLogs").contains("0 entries");
      assertThat(disagreements("third", "eth_getLogs", "outvoted")).isPositive();
      assertThat(report(reader, "first").disagreements()).isZero();
    }
  }

  @Test
  void aProviderThatLiesAboutAReceiptIsOutvotedAndNamed() {
    Meddler third =
        door()
            .says(
                "eth_getTransactionReceipt",
                receipt -> ((ObjectNode) receipt).put("status", "0x0"));
    try (EvmReader reader = three(third)) {
      for (int i = 0; i < 3; i++) {
        assertThat(reader.agreed().receipts(List.of(tx)).values())
            .singleElement()
            .extracting(Receipt::success)
            .isEqualTo(true);
      }
      awaitContradicted(reader);
    }
  }

  @Test
  void aProviderWithAnotherBlockHashIsOutvotedAndNotAskedFirstAnyMore() {
    Hash false_ = new Hash("0x" + "66".repeat(32));
    Meddler third =
        door()
            .says("eth_getBlockByNumber", block -> ((ObjectNode) block).put("hash", false_.hex()));
    try (EvmReader reader = three(third)) {
      for (int i = 0; i < 3; i++) {
        assertThat(reader.agreed().blocks(List.of(1L, 2L, 3L)))
            .extracting(BlockRef::hash)
            .doesNotContain(false_);
      }
      awaitContradicted(reader);
      int before = third.asked();
      for (int i = 0; i < 10; i++) {
        assertThat(reader.blocks(List.of(1L)).getFirst().hash()).isNotEqualTo(false_);
      }
      assertThat(third.asked()).isEqualTo(before);
    }
  }

  @Test
  void aProviderThatHangsCostsNoTimeout() {
    Meddler third = door().hangs();
    try (EvmReader reader = three(third)) {
      long start = System.nanoTime();
      for (int i = 0; i < 6; i++) {
        assertThat(reader.agreed().blocks(List.of(1L))).hasSize(1);
        assertThat(reader.agreed().head(FinalityTag.LATEST).number()).isPositive();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      await().until(() -> report(reader, "third").failures().containsKey("timeout"));
    }
  }

  @Test
  void whoIsRightIsNotGuessed() {
    Meddler liar =
        door()
            .says(
                "eth_getTransactionReceipt",
                receipt -> ((ObjectNode) receipt).put("status", "0x0"));
    try (EvmReader reader = connect(List.of(door().named("first"), liar.named("second")))) {
      assertThatThrownBy(() -> reader.agreed().receipts(List.of(tx)))
          .isInstanceOfSatisfying(
              Disagreement.class,
              e -> {
                assertThat(e.views()).containsOnlyKeys("first", "second");
                assertThat(e.views().get("first")).contains("success=true");
                assertThat(e.views().get("second")).contains("success=false");
              });
      assertThat(disagreements("first", "eth_getTransactionReceipt", "open")).isEqualTo(1);
      assertThat(disagreements("second", "eth_getTransactionReceipt", "open")).isEqualTo(1);
    }
  }

  @Test
  void aReceiptThatOnlySomeHaveSeenIsNeitherThereNorAbsentNorALie() {
    Meddler late = door().says("eth_getTransactionReceipt", receipt -> NullNode.getInstance());
    try (EvmReader reader = connect(List.of(door().named("first"), late.named("second")))) {
      assertThatThrownBy(() -> reader.agreed().receipts(List.of(tx)))
          .isInstanceOf(Unreachable.class);
      assertThat(reader.providers()).allMatch(provider -> provider.disagreements() == 0);
      late.behaves();
      assertThat(reader.agreed().receipts(List.of(tx))).containsOnlyKeys(tx);
    }
  }

  @Test
  void aProviderThatBoastsOfLaterBlocksMovesNobody() {
    long head = anvil.reader().head(FinalityTag.FINALIZED).number();
    Meddler third =
        door()
            .says(
                "eth_getBlockByNumber",
                block -> block.isNull() ? block : ((ObjectNode) block).put("number", "0xffffff"));
    try (EvmReader reader = three(third)) {
      for (int i = 0; i < 4; i++) {
        assertThat(reader.agreed().head(FinalityTag.FINALIZED).number()).isEqualTo(head);
      }
    }
  }

  @Test
  void whatAContractAnswersIsAgreedOnToo() {
    Meddler third = door().says("eth_call", data -> StringNode.valueOf("0x01"));
    byte[] word = Hash.of(BigInteger.TWO).bytes();
    try (EvmReader reader = three(third)) {
      for (int i = 0; i < 3; i++) {
        assertThat(reader.agreed().call(Call.view(IDENTITY, word), FinalityTag.FINALIZED))
            .isEqualTo(word);
      }
      awaitContradicted(reader);
    }
  }

  @Test
  void aRefusalIsAgreedOnAndAnInventedOneIsNot() {
    EvmAddress refuses = anvil.deploy("0x6f63deadbeef60e01b60005260046000fd60005260106010f3");
    anvil.mine(2);
    Meddler third = door().refuses("eth_call", 3, "execution reverted");
    try (EvmReader reader = three(third)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () -> reader.agreed().call(Call.view(refuses, new byte[0]), FinalityTag.LATEST))
            .isInstanceOfSatisfying(
                Reverted.class, e -> assertThat(e.selector()).isEqualTo("0xdeadbeef"));
        assertThat(reader.agreed().call(Call.view(IDENTITY, new byte[] {7}), FinalityTag.LATEST))
            .containsExactly(7);
      }
      awaitContradicted(reader);
    }
  }

  @Test
  void aRangeThatIsTooLongForEachIsHalvedForAll() {
    List<ProviderSettings> providers =
        List.of(shortRanges().named("first"), shortRanges().named("second"));
    try (EvmReader reader = connect(providers)) {
      assertThat(reader.agreed().logs(1, 5, List.of(emitter), List.of())).hasSize(1);
    }
  }

  @Test
  void tooFewProvidersAreNoQuorum() {
    Meddler dead = door();
    dead.close();
    try (EvmReader reader = connect(List.of(door().named("first"), dead.named("second")))) {
      assertThatThrownBy(() -> reader.agreed().blocks(List.of(1L)))
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("1 of 2");
      assertThat(reader.blocks(List.of(1L))).hasSize(1);
    }
  }

  /** Refuses more than two blocks at once. */
  private Meddler shortRanges() {
    return door()
        .changes(
            "eth_getLogs",
            (request, response) -> {
              JsonNode filter = request.path("params").get(0);
              long from = Quantities.number(filter.path("fromBlock"));
              long to = Quantities.number(filter.path("toBlock"));
              return to - from < 2
                  ? response
                  : Meddler.refusal(response, -32005, "block range too large");
            });
  }

  private Meddler door() {
    Meddler door = new Meddler(anvil.url());
    doors.add(door);
    return door;
  }

  private EvmReader three(Meddler third) {
    return connect(List.of(door().named("first"), door().named("second"), third.named("third")));
  }

  private EvmReader connect(List<ProviderSettings> providers) {
    return EvmReader.connect(
        Anvil.settings(anvil.url())
            .withPace(10, Duration.ofSeconds(2), Duration.ofMillis(50))
            .withProviders(providers, NodePolicy.usual()),
        meters);
  }

  private static void awaitContradicted(EvmReader reader) {
    await().until(() -> report(reader, "third").state() == State.CONTRADICTED);
    assertThat(report(reader, "third").disagreements()).isPositive();
  }

  private static ProviderReport report(EvmReader reader, String provider) {
    return reader.providers().stream()
        .filter(one -> one.name().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  private double disagreements(String provider, String method, String verdict) {
    Map<String, String> tags =
        Map.of("chain", "Alpha", "provider", provider, "method", method, "verdict", verdict);
    return meters.get("settlement.rpc.disagreements").tags(tags(tags)).counter().count();
  }

  private static String[] tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .flatMap(tag -> List.of(tag.getKey(), tag.getValue()).stream())
        .toArray(String[]::new);
  }
}
