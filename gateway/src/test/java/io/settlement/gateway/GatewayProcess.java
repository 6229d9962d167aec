// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.kit.test.TestTokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A gateway that runs as a process of its own, so that what it takes is its own. */
final class GatewayProcess implements AutoCloseable {
  /** The key that opens it. */
  static final String KEY = "partner-key-of-the-bench";

  /**
   * What the chart runs it with, in a container of 1 GiB: half of that is heap, and a JVM that sees
   * less than two gigabytes takes the serial collector by itself.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:MaxDirectMemorySize=96m",
          "-XX:ReservedCodeCacheSize=128m",
          "--enable-native-access=ALL-UNNAMED");

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern HEAP = Pattern.compile("heap|generation|DefNew|Tenured");
  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final int port;

  private GatewayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static GatewayProcess start(String database, String brokers, String service) throws IOException {
    int port = freePort();
    Path keys = Files.createTempFile("api-keys", ".json");
    keys.toFile().deleteOnExit();
    Files.writeString(
        keys,
        "[{\"name\": \"bench\", \"sha256\": \"%s\", \"scopes\": [\"partner\"]}]".formatted(hash()));
    Path log = Path.of(System.getProperty("basedir", "."), "target", "gateway-bench.log");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(OPTIONS);
    command.addAll(
        Arrays.stream(System.getProperty("bench.options", "").split(" ", -1))
            .filter(option -> !option.isEmpty())
            .toList());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            GatewayApplication.class.getName(),
            "--server.port=" + port,
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--spring.kafka.bootstrap-servers=" + brokers,
            "--settlement.security.internal-key-file=" + TestTokens.keyFile(),
            "--settlement.gateway.api-keys-file=" + keys,
            "--settlement.gateway.services.registry=" + service,
            "--settlement.gateway.services.gas=" + service,
            "--settlement.gateway.services.artifact=" + service,
            "--settlement.gateway.services.relayer=" + service,
            "--settlement.gateway.limits.requests-per-second=10000",
            "--settlement.gateway.limits.burst=10000",
            "--settlement.gateway.streams.max-streams-per-key=4000"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new GatewayProcess(process, port);
  }

  int port() {
    return port;
  }

  void awaitReady() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> process.isAlive() && knows("/actuator/health/readiness"));
  }

  /** Whether it answers 200 there. */
  boolean knows(String path) {
    try {
      return get(path).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it has taken of the processors since it began. */
  long cpuMicros() {
    return process.info().totalCpuDuration().map(taken -> taken.toNanos() / 1_000).orElse(0L);
  }

  /** Heap right after a full collection, all of its memory, and its platform threads. */
  String measure() {
    try {
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
              Long.toString(process.pid()),
              "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(30, TimeUnit.SECONDS);
      String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"), UTF_8);
      Matcher rss = RSS.matcher(status);
      long all = rss.find() ? Long.parseLong(rss.group(1)) / 1_024 : -1;
      long heap = ProcessHandle.of(process.pid()).map(live -> heapOf(live.pid())).orElse(-1L);
      long threads;
      try (java.util.stream.Stream<Path> tasks =
          Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
        threads = tasks.count();
      }
      return "heap %d MiB after a collection, %d MiB resident, %d threads"
          .formatted(heap, all, threads);
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static long heapOf(long pid) {
    try {
      Process asked =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(pid),
                  "GC.heap_info")
              .start();
      String text = new String(asked.getInputStream().readAllBytes(), UTF_8);
      long used = 0;
      for (String line : text.lines().toList()) {
        Optional<Long> here = usedIn(line);
        used += here.orElse(0L);
      }
      return used / 1_024;
    } catch (IOException e) {
      return -1;
    }
  }

  /** KiB of the heap's generations; what is not heap comes after them. */
  private static Optional<Long> usedIn(String line) {
    if (!HEAP.matcher(line).find()) {
      return Optional.empty();
    }
    Matcher used = Pattern.compile("used (\\d+)K").matcher(line);
    return used.find() ? Optional.of(Long.parseLong(used.group(1))) : Optional.empty();
  }

  private HttpResponse<Void> get(String path) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("X-API-Key", KEY)
              .timeout(Duration.ofSeconds(10))
              .build(),
          BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
