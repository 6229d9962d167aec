// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.Jvm;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.process.ServiceJar;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JVM of the suite: a service, or the relayer's jar in the role of a validator. */
public final class Service {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final Duration END = Duration.ofSeconds(12);
  private static final Duration END_OF_TRAINING = Duration.ofMinutes(3);

  private final RunFolder folder;
  private final String name;
  private final ServiceJar jar;
  private final Path config;
  private final int port;
  private final Machinery machinery;
  private volatile @Nullable Child child;
  private volatile @Nullable Path training;
  private volatile Map<String, String> settings = Map.of();

  Service(
      RunFolder folder, String name, ServiceJar jar, Path config, int port, Machinery machinery) {
    this.folder = folder;
    this.name = name;
    this.jar = jar;
    this.config = config;
    this.port = port;
    this.machinery = machinery;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** What goes before its configuration from its next start on, by property name. */
  public void set(Map<String, String> properties) {
    settings = Map.copyOf(properties);
  }

  Map<String, String> settings() {
    return settings;
  }

  /** One more instance of it, not started: the same configuration, another port and build. */
  Service twin(String itsName, ServiceJar itsJar, int itsPort) {
    return new Service(folder, itsName, itsJar, config, itsPort, machinery);
  }

  /** Its own address; the public one is the gateway's. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts it, from its start-up cache when there is one. */
  public void start() {
    start(false);
  }

  /** Starts it; one that trains and has no start-up cache yet leaves one behind as it ends. */
  void start(boolean trains) {
    boolean records = trains && Jvm.hasAotCaches() && !Files.isRegularFile(jar.aotCache());
    List<String> command = machinery.java();
    if (records) {
      Path cache = jar.folder().resolve("training-" + name + ".aot");
      training = cache;
      command.add("-XX:AOTCacheOutput=" + cache);
    } else if (Files.isRegularFile(jar.aotCache())) {
      command.add("-XX:AOTCache=" + jar.aotCache());
    }
    command.add("-Xlog:aot=off,cds=off");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-jar", jar.jar().toString()));
    command.add("--spring.config.additional-location=file:" + config);
    command.add("--server.port=" + port);
    settings.forEach((property, value) -> command.add("--" + property + "=" + value));
    child = Child.start(folder, name, command, Map.of());
  }

  /** Whether it says that it can work. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(url().resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while " + name + " started", e);
    }
  }

  /** Its process now; another one after each start. */
  public ProcessHandle process() {
    requireAlive();
    return folder.pidFile(name).process().orElseThrow(() -> new Failure(name + " does not run."));
  }

  /** Whether its process runs. */
  public boolean isAlive() {
    Child running = child;
    return running != null && running.isAlive();
  }

  /** Stops with the end of its log when its process is gone. */
  public void requireAlive() {
    if (!isAlive()) {
      Child ended = child;
      throw new Failure(
          ended == null
              ? name + " was not started."
              : "%s ended (exit code %d); its log (%s) ends with:%n%s"
                  .formatted(
                      name, ended.exitCode(), ended.log(), LogText.readable(ended.lastLines(15))));
    }
  }

  /** The last errors in its log; empty when there are none. */
  String errors() {
    Child logged = child;
    if (logged == null) {
      return "";
    }
    List<String> errors =
        LogText.readable(logged.lastLines(200)).lines().filter(l -> l.contains(" ERROR ")).toList();
    return String.join("\n", errors.subList(Math.max(0, errors.size() - 3), errors.size()));
  }

  /** Kills it as a power cut would. */
  public void kill() {
    Child running = child;
    if (running != null) {
      running.kill();
    }
  }

  /** Asks it to end, without waiting. */
  void askToEnd() {
    Child running = child;
    if (running != null) {
      running.askToEnd();
    }
  }

  /** Whether its end takes a while because it writes a start-up cache. */
  boolean isTraining() {
    return training != null && isAlive();
  }

  /** Ends it without the start-up cache it would have written. */
  void forgetTraining() {
    if (isTraining()) {
      kill();
    }
  }

  /**
   * How it ended.
   *
   * @param took from the signal to the end of the process
   * @param byItself whether nobody had to kill it
   */
  public record Ending(Duration took, boolean byItself) {}

  /** Sends TERM, waits, and kills it when the grace is over: what the kubelet does. */
  public Ending end(Duration grace) {
    Child running = child;
    if (running == null) {
      throw new Failure(name + " was not started.");
    }
    long begin = System.nanoTime();
    boolean byItself = running.end(grace);
    return new Ending(Duration.ofNanos(System.nanoTime() - begin), byItself);
  }

  /** Ends it; a start-up cache is kept only when it was written to its end. */
  public void stop() {
    Child running = child;
    if (running == null) {
      return;
    }
    Path cache = training;
    boolean ended = running.end(cache == null ? END : END_OF_TRAINING);
    if (cache != null) {
      keep(cache, ended);
      training = null;
    }
  }

  private void keep(Path cache, boolean complete) {
    try {
      if (complete && Files.isRegularFile(cache)) {
        Files.move(cache, jar.aotCache(), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(cache);
      Files.deleteIfExists(cache.resolveSibling(cache.getFileName() + ".config"));
    } catch (IOException e) {
      throw new UncheckedIOException("the start-up cache of " + name + " cannot be kept", e);
    }
  }
}
