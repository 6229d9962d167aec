// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.Service;
import io.settlement.devnet.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All services end and start again at the same moment, as after a power cut: how long until each is
 * ready, and what each takes of memory when it rests.
 */
public final class Starting {
  private static final Duration MOST = Duration.ofSeconds(45);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration REST = Duration.ofSeconds(45);
  private static final long BETWEEN_LOOKS = 300;
  private static final Pattern JAVA_OPTIONS =
      Pattern.compile("^  javaOptions: \"([^\"]+)\"$", Pattern.MULTILINE);
  private static final double MEBIBYTE = 1024.0 * 1024;

  private final World world;
  private final Progress progress;

  /** In a world of its own. */
  public Starting(World world, Progress progress) {
    this.world = world;
    this.progress = progress;
  }

  /**
   * One service.
   *
   * @param readyMs from the start of all to its readiness
   * @param cpuMs of processors that it had used when it was ready
   * @param rssMib resident memory at rest
   * @param heapMib of it used by objects, the garbage not collected yet included
   * @param metaspaceMib of it used by classes
   * @param directMib of it used by buffers outside the heap
   */
  public record Figures(
      String service,
      long readyMs,
      long cpuMs,
      long rssMib,
      long heapMib,
      long metaspaceMib,
      long directMib) {}

  /**
   * What was seen.
   *
   * @param allReadyMs until the last one was ready
   * @param cpuMs of processors that all had used when each was ready; by the number of cores it is
   *     what a machine without other work could not be faster than
   * @param load processes that wanted a core in the minute before the start
   */
  public record Report(long allReadyMs, long cpuMs, String load, List<Figures> services) {

    /** Everything that does not hold. */
    public List<String> faults() {
      return allReadyMs <= MOST.toMillis()
          ? List.of()
          : List.of("not ready within " + MOST.toSeconds() + " s");
    }

    /** For one line of JSON. */
    public Map<String, Object> figures() {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("all_ready_ms", allReadyMs);
      line.put("cpu_ms", cpuMs);
      line.put("load", load);
      line.put("services", services);
      return line;
    }
  }

  /**
   * The chart's options of Java, for a machine that has more memory than its pods: what a virtual
   * machine chooses by itself where a pod ends at 1 GiB is said.
   */
  public static List<String> chartOptions(Path root) {
    String values = read(root.resolve("helm/settlement-suite/values.yaml"));
    Matcher options = JAVA_OPTIONS.matcher(values);
    if (!options.find()) {
      throw new Failure("the chart's values say no javaOptions");
    }
    return Stream.concat(
            Stream.of("-XX:MaxRAM=1g", "-XX:+UseSerialGC"),
            Arrays.stream(options.group(1).split(" ", -1)))
        .toList();
  }

  /** Ends these and starts them at once. */
  public Report run(List<String> names) {
    List<Service> services = names.stream().map(world::service).toList();
    services.forEach(Service::stop);
    String load = read(Path.of("/proc/loadavg")).strip();
    progress.say("starting %d services at once, load %s".formatted(services.size(), load));
    long begin = System.nanoTime();
    services.forEach(Service::start);
    Map<String, Ready> ready = awaitReady(services, begin);
    Pause.millis(REST.toMillis());
    List<Figures> figures = new ArrayList<>();
    for (Service service : services) {
      String metrics = metrics(service);
      figures.add(
          new Figures(
              service.name(),
              Objects.requireNonNull(ready.get(service.name())).ms(),
              Objects.requireNonNull(ready.get(service.name())).cpuMs(),
              residentKib(service) / 1024,
              mib(metrics, "jvm_memory_used_bytes{area=\"heap\""),
              mib(metrics, "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\""),
              mib(metrics, "jvm_buffer_memory_used_bytes{id=\"direct\"")));
    }
    long last = figures.stream().mapToLong(Figures::readyMs).max().orElse(0);
    long cpu = figures.stream().mapToLong(Figures::cpuMs).sum();
    return new Report(last, cpu, load, figures);
  }

  private record Ready(long ms, long cpuMs) {}

  private static Map<String, Ready> awaitReady(List<Service> services, long begin) {
    Map<String, Ready> ready = new LinkedHashMap<>();
    Set<Service> pending = new HashSet<>(services);
    while (!pending.isEmpty()) {
      Pause.millis(BETWEEN_LOOKS);
      long now = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      if (now > PATIENCE.toMillis()) {
        throw new Failure("Not ready: " + pending.stream().map(Service::name).toList());
      }
      for (Service service : List.copyOf(pending)) {
        service.requireAlive();
        if (service.isReady()) {
          pending.remove(service);
          Duration used = service.process().info().totalCpuDuration().orElse(Duration.ZERO);
          ready.put(service.name(), new Ready(now, used.toMillis()));
        }
      }
    }
    return ready;
  }

  private static String metrics(Service service) {
    return new Gateway(service.url(), null)
        .get("/actuator/prometheus")
        .orFail("asking " + service.name())
        .body();
  }

  private static long mib(String metrics, String prefix) {
    double bytes =
        metrics
            .lines()
            .filter(line -> line.startsWith(prefix))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
    return Math.round(bytes / MEBIBYTE);
  }

  private static long residentKib(Service service) {
    return read(Path.of("/proc", Long.toString(service.process().pid()), "status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
