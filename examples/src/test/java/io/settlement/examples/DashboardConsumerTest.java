// SPDX-License-Identifier: Apache-2.0
package io.settlement.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.Reference;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.KafkaBroker;
import io.settlement.kit.test.KafkaProbe;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardConsumerTest {
  private static final Path FOLDER = Reference.inRepository("examples/dashboard-consumer");
  private static final MessageObserved OBSERVED = Golden.read(MessageObserved.class);
  private static final MessageSettled SETTLED = Golden.read(MessageSettled.class);

  private final List<Process> running = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path scratch;

  @AfterEach
  void endWhatRuns() {
    running.forEach(Process::destroyForcibly);
  }

  @Test
  void itCountsByRouteAndStageFromTheBeginningAndAfterItWasKilledGoesOnWhereItWas()
      throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        KafkaProbe kafka = new KafkaProbe(broker.address())) {
      createTopics(broker);
      kafka.send(Golden.read(RouteState.class));
      for (int number = 1; number <= 20; number++) {
        kafka.send(life(number, number <= 12));
      }
      kafka.sendRaw(Topics.MESSAGES, "0x00", "{}".getBytes(UTF_8));
      int port = freePort();

      Process first = start(broker, port);
      JsonNode route = awaitRoute(port, 12, 8);

      assertThat(route.path("route").asString())
          .isEqualTo(Golden.read(RouteState.class).route().toString());
      assertThat(route.path("status").asString()).isEqualTo("ACTIVE");
      assertThat(seen(port, "facts")).isEqualTo(1 + 20 * 2 + 12);
      assertThat(seen(port, "unknown")).isEqualTo(1);
      assertThat(seen(port, "invalid")).isZero();

      Path state = scratch.resolve("state.json");
      await().atMost(Duration.ofSeconds(20)).until(() -> offsets(state) == 1 + 20 * 2 + 12 + 1);
      first.destroyForcibly().waitFor();
      kafka.send(settled(13));
      kafka.send(life(21, false));
      start(broker, port);

      awaitRoute(port, 13, 8);
      assertThat(seen(port, "facts")).as("read again after the restart").isEqualTo(3);
    }
  }

  /** What the writer says of a message: observed, final, and perhaps its end. */
  private static List<SuiteEvent> life(int number, boolean ends) {
    CrossChainMessage message = message(number);
    List<SuiteEvent> facts = new ArrayList<>();
    facts.add(new MessageObserved(message.txid(), message, OBSERVED.ref(), OBSERVED.at()));
    facts.add(new MessageFinal(message.txid(), message, OBSERVED.ref(), OBSERVED.at()));
    if (ends) {
      facts.add(settled(number));
    }
    return facts;
  }

  private static MessageSettled settled(int number) {
    return new MessageSettled(
        txid(number), SETTLED.outcome(), SETTLED.ref(), SETTLED.cost(), SETTLED.at());
  }

  private static CrossChainMessage message(int number) {
    CrossChainMessage golden = OBSERVED.message();
    return new CrossChainMessage(
        txid(number),
        golden.from(),
        golden.to(),
        golden.sender(),
        number,
        golden.payloadType(),
        golden.payload(),
        golden.transfer(),
        golden.terms());
  }

  private static TxId txid(int number) {
    return TxId.of(BigInteger.valueOf(number));
  }

  private static void createTopics(KafkaBroker broker) throws Exception {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.REGISTRY, 4, (short) 1)
                      .configs(Map.of("cleanup.policy", "compact")),
                  new NewTopic(Topics.MESSAGES, 4, (short) 1)))
          .all()
          .get();
    }
  }

  private Process start(KafkaBroker broker, int port) throws IOException {
    File log = scratch.resolve("log").toFile();
    Process process =
        new ProcessBuilder(
                "node",
                "src/main.mjs",
                "--brokers",
                broker.address(),
                "--port",
                Integer.toString(port),
                "--state",
                scratch.resolve("state.json").toString())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    running.add(process);
    return process;
  }

  /** Waits until the only route has so many settled messages and so many that are final. */
  private JsonNode awaitRoute(int port, int settled, int isFinal) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> get(port).path("routes").path(0),
            route ->
                route.path("settled").asInt(-1) == settled
                    && route.path("stages").path("FINAL").asInt(-1) == isFinal);
  }

  private int seen(int port, String what) throws Exception {
    return get(port).path("seen").path(what).asInt();
  }

  private JsonNode get(int port) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
    try {
      return new JsonMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (ConnectException e) {
      assertThat(running.getLast().isAlive())
          .as(() -> Reference.read(scratch.resolve("log")))
          .isTrue();
      return new JsonMapper().createObjectNode();
    }
  }

  /** How many records the file says were read. */
  private static long offsets(Path state) {
    if (!Files.exists(state)) {
      return -1;
    }
    JsonNode offsets = new JsonMapper().readTree(Reference.read(state)).path("offsets");
    return IntStream.range(0, offsets.size())
        .mapToLong(i -> Long.parseLong(offsets.get(i).get(1).asString()))
        .sum();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
