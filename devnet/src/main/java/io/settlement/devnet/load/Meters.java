// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a world has used so far.
 *
 * @param cpuSeconds by process, since the process began
 * @param rpcCalls JSON-RPC calls by service, since the service began
 */
public record Meters(Map<String, Double> cpuSeconds, Map<String, Double> rpcCalls) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String RPC_CALLS = "settlement_rpc_calls_seconds_count";

  /** Reads them now. */
  static Meters read(WorldFile world) {
    Map<String, Double> cpu = new TreeMap<>();
    new RunFolder(world.folder())
        .processes()
        .forEach((name, process) -> cpu.put(name, cpuSeconds(process)));
    Map<String, Double> calls = new TreeMap<>();
    world.services().forEach((name, url) -> calls.put(name, calls(url)));
    calls.values().removeIf(count -> count == 0);
    return new Meters(cpu, calls);
  }

  /** A service that has just been started again has called nobody. */
  private static double calls(URI service) {
    try {
      return sum(scrape(service), RPC_CALLS);
    } catch (Failure notYet) {
      return 0;
    }
  }

  /** Its own and that of what it started: PostgreSQL has a process for each connection. */
  private static double cpuSeconds(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .mapToDouble(used -> used.toMillis() / 1000.0)
        .sum();
  }

  /** What was used since then, for every thousand of so many messages. */
  Meters per1000Since(Meters before, int messages) {
    return new Meters(
        perThousand(before.cpuSeconds, cpuSeconds, messages),
        perThousand(before.rpcCalls, rpcCalls, messages));
  }

  /** A service's own metrics. */
  public static String scrape(URI service) {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new Failure("The metrics of " + service + " cannot be read: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while reading metrics", e);
    }
  }

  /** The sum of a metric over all its tags. */
  static double sum(String metrics, String name) {
    return sumStarting(metrics, name + "{") + sumStarting(metrics, name + " ");
  }

  /** The sum of all lines that start like this. */
  public static double sumStarting(String metrics, String start) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Map<String, Double> perThousand(
      Map<String, Double> before, Map<String, Double> after, int messages) {
    Map<String, Double> used = new TreeMap<>();
    after.forEach(
        (name, value) -> {
          // One that was started again counts from its own beginning.
          double already = Math.min(before.getOrDefault(name, 0.0), value);
          double each = (value - already) * 1000 / messages;
          used.put(name, Math.round(each * 100) / 100.0);
        });
    return used;
  }
}
