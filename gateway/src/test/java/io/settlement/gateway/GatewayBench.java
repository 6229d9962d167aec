// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.timeline.Life;
import io.settlement.kit.test.Databases;
import io.settlement.kit.test.KafkaBroker;
import io.settlement.kit.test.KafkaProbe;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What one gateway carries, as a process of its own with a heap of 512 MiB beside PostgreSQL and
 * Kafka: {@code mvn -pl gateway -am test -Dtest=GatewayBench
 * -Dsurefire.failIfNoSpecifiedTests=false}. No part of the build.
 *
 * <ul>
 *   <li>2,000 streams, half of them of a message each, the others of fifty handlers, while a
 *       thousand messages happen: each stream has to hear all that is its own, in order.
 *   <li>500 requests each second, as an open loop, to a service that answers at once: directly and
 *       through the gateway in turns, first without streams and then beside all of them. Before
 *       that, both are asked until they are warm.
 * </ul>
 */
class GatewayBench {
  private static final int STREAMS = 2_000;
  private static final int MESSAGES = 1_000;
  private static final int HANDLERS = 50;
  private static final int MESSAGES_PER_SECOND = Integer.getInteger("bench.messages", 20);
  private static final int PER_SECOND = 500;
  private static final int[] WARM_UP = {50, 200, 400};

  /** Rounds are steady when they differ by less than this, in percent, from the one before. */
  private static final int STEADY = 10;

  private static final int FEWEST_WARM_UP_ROUNDS = 12;
  private static final int MOST_WARM_UP_ROUNDS = 24;
  private static final int SLICE_SECONDS = 5;
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
  private static final String OF_HANDLERS = "/v1/streams/handlers/";

  @Test
  void carriesStreamsAndPassesRequestsOn() throws Exception {
    HttpServer server = service();
    String service = "http://localhost:" + server.getAddress().getPort();
    try (KafkaBroker broker = KafkaBroker.start();
        GatewayProcess gateway =
            GatewayProcess.start(Databases.fresh(), broker.address(), service);
        KafkaProbe kafka = new KafkaProbe(broker.address())) {
      gateway.awaitReady();
      warmUp(service, gateway);
      requests("without streams", service, gateway);
      say("idle: " + gateway.measure());
      streams(gateway, kafka, service);
    } finally {
      server.stop(0);
    }
  }

  /** Answers at once, with a thousand bytes. */
  private static HttpServer service() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    byte[] answer = ("{\"quote\": \"" + "x".repeat(1_000) + "\"}").getBytes(UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 1_000);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private static void streams(GatewayProcess gateway, KafkaProbe kafka, String service)
      throws InterruptedException {
    List<StreamClient> clients = new ArrayList<>();
    try {
      kafka.send(IntStream.range(0, MESSAGES).mapToObj(i -> life(i).getFirst()).toList());
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> gateway.knows("/v1/messages/" + txid(MESSAGES - 1)));
      long begun = System.nanoTime();
      for (int i = 0; i < STREAMS; i++) {
        boolean ofMessage = i % 2 == 0;
        String path =
            ofMessage ? "/v1/messages/" + txid(i / 2) + "/events" : OF_HANDLERS + handler(i / 2);
        clients.add(new StreamClient(gateway.port(), GatewayProcess.KEY, path));
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(begun(clients)).isEqualTo(STREAMS));
      say(
          "%d streams open after %d ms: %s"
              .formatted(STREAMS, millisSince(begun), gateway.measure()));
      requests("beside the streams", service, gateway);

      long sent = System.nanoTime();
      for (int i = 0; i < MESSAGES; i++) {
        long due = sent + i * 1_000_000_000L / MESSAGES_PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        kafka.send(life(i).stream().skip(1).map(GatewayBench::now).toList());
      }
      String then = gateway.measure();
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> IntStream.range(0, STREAMS).allMatch(i -> isTold(i, clients.get(i))));
      long[] delays =
          clients.stream().flatMapToLong(client -> client.delays().stream()).sorted().toArray();
      say(
          "%d messages, %d each second: %d events told, all of them %d ms after the first, %s; %s"
              .formatted(
                  MESSAGES,
                  MESSAGES_PER_SECOND,
                  delays.length,
                  millisSince(sent),
                  percentiles(delays, "ms"),
                  then));
      say("afterwards: " + gateway.measure());
      assertThat(clients).allMatch(StreamClient::isInOrder);
    } finally {
      clients.forEach(StreamClient::close);
    }
  }

  private static long begun(List<StreamClient> clients) {
    return clients.stream().filter(StreamClient::hasBegun).count();
  }

  private static boolean isTold(int number, StreamClient client) {
    return number % 2 == 0
        ? client.hasEnded()
        : client.events() >= MESSAGES / HANDLERS * news().size();
  }

  /** Microseconds: of each request, in ascending order, and of the gateway's CPU for each. */
  private static final class Round {
    private final long[] direct;
    private final long[] through;
    private final long cpu;

    Round(LongStream direct, LongStream through, long cpu) {
      this.direct = direct.sorted().toArray();
      this.through = through.sorted().toArray();
      this.cpu = cpu;
    }

    boolean isLike(Round before) {
      return isLike(at(direct, 50), at(before.direct, 50))
          && isLike(at(through, 50), at(before.through, 50))
          && isLike(cpu, before.cpu);
    }

    private static boolean isLike(long now, long before) {
      return 100 * Math.abs(now - before) < STEADY * before;
    }

    double added() {
      return (at(through, 99) - at(direct, 99)) / 1_000.0;
    }

    @Override
    public String toString() {
      return "directly %s; through the gateway %s; p99 added %.2f ms; %d us of CPU a request"
          .formatted(percentiles(direct, "us"), percentiles(through, "us"), added(), cpu);
    }
  }

  /** One turn of each, so that both see the same machine. */
  private static Round round(String service, GatewayProcess gateway, int perSecond) {
    long[] direct = ask(service, perSecond);
    long before = gateway.cpuMicros();
    long[] through = ask("http://localhost:" + gateway.port(), perSecond);
    long cpu = (gateway.cpuMicros() - before) / ((long) perSecond * SLICE_SECONDS);
    return new Round(Arrays.stream(direct), Arrays.stream(through), cpu);
  }

  /**
   * Two minutes at least, and until two rounds in a row are like the one before: medians and the
   * gateway's CPU, which its compiler takes a part of.
   */
  private static void warmUp(String service, GatewayProcess gateway) {
    for (int gently : WARM_UP) {
      round(service, gateway, gently);
    }
    Round last = round(service, gateway, PER_SECOND);
    int alike = 0;
    int rounds = 1;
    while (rounds < MOST_WARM_UP_ROUNDS && (alike < 2 || rounds < FEWEST_WARM_UP_ROUNDS)) {
      Round next = round(service, gateway, PER_SECOND);
      alike = next.isLike(last) ? alike + 1 : 0;
      last = next;
      rounds++;
      say("warm-up %d: %s".formatted(rounds, last));
    }
    say("%s after %d rounds".formatted(alike < 2 ? "not steady" : "steady", rounds));
  }

  private static void requests(String what, String service, GatewayProcess gateway) {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(service, gateway, PER_SECOND));
      say("%s, turn %d: %s".formatted(what, i + 1, rounds.getLast()));
    }
    Round all =
        new Round(
            rounds.stream().flatMapToLong(one -> Arrays.stream(one.direct)),
            rounds.stream().flatMapToLong(one -> Arrays.stream(one.through)),
            (long) rounds.stream().mapToLong(one -> one.cpu).average().orElse(0));
    say("%s, %d requests/s: %s".formatted(what, PER_SECOND, all));
  }

  /** Each is due at its time whatever became of those before; its time begins when it is due. */
  private static long[] ask(String address, int perSecond) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/v1/quotes/1"))
            .header("X-API-Key", GatewayProcess.KEY)
            .build();
    int count = perSecond * SLICE_SECONDS;
    long[] micros = new long[count];
    AtomicInteger answered = new AtomicInteger();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime() + 10_000_000;
      for (int i = 0; i < count; i++) {
        int number = i;
        long due = begin + i * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        workers.execute(
            () -> {
              if (http.sendAsync(request, BodyHandlers.ofByteArray()).join().statusCode() == 200) {
                answered.incrementAndGet();
              }
              micros[number] = (System.nanoTime() - due) / 1_000;
            });
      }
    }
    if (answered.get() < count) {
      say("%d of %d were answered otherwise than by 200".formatted(count - answered.get(), count));
    }
    // The first second of a slice opens connections.
    return Arrays.copyOfRange(micros, perSecond, count);
  }

  private static List<SuiteEvent> life(int message) {
    String own = handler(message);
    String to = Life.OBSERVED.message().to().toString();
    return Life.of(txid(message)).stream().map(fact -> Life.changed(fact, to, own)).toList();
  }

  /** What streams of handlers are told of a life. */
  private static List<SuiteEvent> news() {
    return Life.happy().stream()
        .filter(fact -> !fact.typeName().equals("AttestationSigned"))
        .skip(1)
        .toList();
  }

  private static SuiteEvent now(SuiteEvent fact) {
    return Life.changed(fact, "\"at\":\"" + fact.at() + "\"", "\"at\":\"" + Instant.now() + "\"");
  }

  private static TxId txid(int message) {
    return TxId.of(BigInteger.valueOf(91_000_000L + message));
  }

  private static String handler(int number) {
    return "Beta:0x%040x".formatted(0x77_0000 + number % HANDLERS);
  }

  private static String percentiles(long[] sorted, String unit) {
    return "p50 %d, p99 %d, longest %d %s"
        .formatted(at(sorted, 50), at(sorted, 99), sorted[sorted.length - 1], unit);
  }

  private static long at(long[] sorted, int percent) {
    return sorted[(int) ((long) sorted.length * percent / 100)];
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }

  private static void say(String text) {
    System.out.println("GatewayBench " + text + load());
  }

  private static String load() {
    try {
      String load = Files.readString(Path.of("/proc/loadavg"));
      return " (load %s)".formatted(load.substring(0, load.indexOf(' ')));
    } catch (IOException e) {
      return "";
    }
  }
}
