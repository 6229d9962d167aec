// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasSettings;
import io.settlement.gas.price.RateDecision.Standing;
import io.settlement.kit.test.Anvil;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Contracts on a real node, addresses of a real server. */
class SourcesTest {
  private static final ToldRates NOTHING_TOLD = chain -> Optional.empty();
  private static final ChainName ALPHA = new ChainName("Alpha");
  private static final String FEED = "0x" + "fe".repeat(20);
  private static final EvmAddress CONTRACT = new EvmAddress("0x" + "a0".repeat(20));

  @SuppressWarnings("NullAway.Init")
  private static Anvil node;

  @SuppressWarnings("NullAway.Init")
  private static HttpServer server;

  private static volatile String answer = "";
  private static volatile int status = 200;

  private Oracles oracles = new Oracles(node);
  private ChainNodes nodes = nodes();

  @BeforeAll
  static void start() throws IOException {
    node = Anvil.start();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    node.close();
  }

  @BeforeEach
  void allAgree() {
    oracles.aggregator(FEED, "2001.5", Instant.now());
    said("{\"data\":{\"price\":\"2003.25\",\"at\":%d}}".formatted(Instant.now().getEpochSecond()));
  }

  @Test
  void aContractAnAddressAndTheTableAgree() {
    RateDecision decision = decide(Map.of(), 3);

    assertThat(decision.usd()).isEqualByComparingTo("2001.5");
    assertThat(standings(decision))
        .isEqualTo(
            Map.of(
                "contract",
                Standing.COUNTED,
                "address",
                Standing.COUNTED,
                "table",
                Standing.COUNTED));
  }

  @Test
  void anAddressThatSaysSomethingElseIsLeftOut() {
    said("{\"data\":{\"price\":9000,\"at\":%d}}".formatted(Instant.now().toEpochMilli()));

    RateDecision decision = decide(Map.of(), 3);

    assertThat(decision.usd()).isEqualByComparingTo("2000.75");
    assertThat(standings(decision)).containsEntry("address", Standing.OUTLIER);
  }

  @Test
  void aContractThatFellAsleepDoesNotCount() {
    oracles.aggregator(FEED, "2001.5", Instant.now().minusSeconds(3_700));

    RateDecision decision = decide(Map.of("settlement.gas.feed-policy.quorum", "3"), 3);

    assertThat(decision.refusal()).isEqualTo(Refusal.STALE);
    assertThat(standings(decision)).containsEntry("contract", Standing.STALE);
  }

  @Test
  void whatIsNoPriceIsNone() {
    oracles.aggregator(FEED, "-2001.5", Instant.now());
    said("{\"data\":{\"at\":1}}");

    RateDecision decision = decide(Map.of(), 3);

    assertThat(decision.refusal()).isEqualTo(Refusal.STALE);
    assertThat(standings(decision))
        .containsEntry("contract", Standing.FAILED)
        .containsEntry("address", Standing.FAILED);
  }

  @Test
  void anAnswerThatIsTooLongOrARefusalIsNone() {
    said("{\"data\":{\"price\":2000,\"filler\":\"%s\"}}".formatted("x".repeat(2_000)));
    assertThat(problemOf("address")).contains("more than 1000 bytes");

    said("{\"data\":{\"price\":2000}}");
    status = 503;
    assertThat(problemOf("address")).contains("503");
  }

  @Test
  void aFeedIsAContractOrAnAddress() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "settlement.gas.feeds.Alpha[0].name",
                        "address",
                        "settlement.gas.feeds.Alpha[0].url",
                        "http://a.example/")))
        .hasStackTraceContaining("price is missing");
    assertThatThrownBy(
            () ->
                new RateFeeds(
                    nodes,
                    rates(Map.of()),
                    settings(Map.of("none", "")),
                    NOTHING_TOLD,
                    Clock.systemUTC()))
        .hasMessageContaining("settlement.gas.feeds.Alpha");
  }

  @Test
  void rollupsAreAskedWhatAByteCosts() {
    oracles.l1Fee("0x420000000000000000000000000000000000000f", 1_000);
    oracles.l1Fee("0x5300000000000000000000000000000000000002", 3_000);
    oracles.l1Component("0x00000000000000000000000000000000000000c8", 4, 500);

    assertThat(perByte("op-stack")).isEqualTo(Wei.of(1_250));
    assertThat(perByte("scroll")).isEqualTo(Wei.of(3_750));
    assertThat(perByte("arbitrum")).isEqualTo(Wei.of(2_500));
    assertThat(perByte("none")).isEqualTo(Wei.ZERO);
  }

  @Test
  void aChainIsPricedByBaseFeeAndTipOrByOneGasPrice() {
    node.rpc("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
    node.mine(30);

    Price modern = read(Map.of());
    Price legacy = read(Map.of("settlement.gas.chains.Alpha.fees", "legacy"));

    assertThat(modern.baseFee().isZero()).isFalse();
    assertThat(legacy.baseFee()).isEqualTo(Wei.ZERO);
    assertThat(legacy.priorityFee()).isEqualTo(modern.baseFee().plus(modern.priorityFee()));
    assertThat(
            legacy
                .withHeadroom(new BigDecimal("1.5"))
                .priorityFee()
                .compareTo(legacy.priorityFee()))
        .isPositive();
  }

  private Price read(Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(more);
    properties.put("settlement.gas.rates.Alpha", "2000");
    PriceSettings settings = settings(properties);
    RateFeeds rates =
        new RateFeeds(nodes, rates(properties), settings, NOTHING_TOLD, Clock.systemUTC());
    return new PriceReader(
            rates, new DataFees(settings), new BaseFees(settings), settings, Clock.systemUTC())
        .read(nodes.of(ALPHA).orElseThrow())
        .orElseThrow();
  }

  private Wei perByte(String model) {
    PriceSettings settings = settings(Map.of("settlement.gas.chains.Alpha.data-fee", model));
    return new DataFees(settings).perByte(nodes.of(ALPHA).orElseThrow());
  }

  private String problemOf(String source) {
    return decide(Map.of(), 3).sources().stream()
        .filter(one -> one.source().equals(source))
        .map(one -> String.valueOf(one.problem()))
        .findFirst()
        .orElseThrow();
  }

  /** Asks all sources once. */
  private RateDecision decide(Map<String, String> more, int sources) {
    Map<String, String> properties = new HashMap<>();
    properties.put("settlement.gas.rates.Alpha", "2000");
    properties.put("settlement.gas.feed-policy.max-bytes", "1000");
    properties.put("settlement.gas.feeds.Alpha[0].name", "contract");
    properties.put("settlement.gas.feeds.Alpha[0].aggregator", FEED);
    properties.put("settlement.gas.feeds.Alpha[1].name", "address");
    properties.put(
        "settlement.gas.feeds.Alpha[1].url",
        "http://localhost:" + server.getAddress().getPort() + "/");
    properties.put("settlement.gas.feeds.Alpha[1].price", "/data/price");
    properties.put("settlement.gas.feeds.Alpha[1].time", "/data/at");
    properties.putAll(more);
    RateFeeds feeds =
        new RateFeeds(
            nodes, rates(properties), settings(properties), NOTHING_TOLD, Clock.systemUTC());
    feeds.askAll();
    await()
        .until(
            () ->
                feeds.decide(ALPHA).sources().stream()
                        .filter(one -> !"not asked yet".equals(one.problem()))
                        .count()
                    == sources);
    return feeds.decide(ALPHA);
  }

  private static Map<String, Standing> standings(RateDecision decision) {
    return decision.sources().stream()
        .collect(Collectors.toMap(RateDecision.Voice::source, RateDecision.Voice::standing));
  }

  private static void said(String json) {
    answer = json;
    status = 200;
  }

  private static PriceSettings settings(Map<String, String> properties) {
    return binder(properties).bindOrCreate("settlement.gas", PriceSettings.class);
  }

  private static GasSettings rates(Map<String, String> properties) {
    return binder(properties).bindOrCreate("settlement.gas", GasSettings.class);
  }

  private static Binder binder(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties));
  }

  private static ChainNodes nodes() {
    return ChainNodes.of(
        List.of(
            ChainSettings.of(
                ALPHA, 31337, List.of(URI.create(node.rpcUrl())), CONTRACT, CONTRACT, CONTRACT)),
        new SimpleMeterRegistry());
  }
}
