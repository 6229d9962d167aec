// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Deployment or a Job of the chart makes, as a process: the jar of its service with the
 * files and the environment a kubelet would give it. A Secret or a key in it that is missing is an
 * error here as it is there.
 */
final class Pod implements AutoCloseable {
  private static final String MOUNTED = "/etc/settlement";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Manifest workload;
  private final Process process;
  private final Path log;

  private Pod(Manifest workload, Process process, Path log) {
    this.workload = workload;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param component which part of the suite it is of
   * @param secrets by name, what is under each key
   */
  static Pod start(
      List<Manifest> rendered,
      Manifest workload,
      String component,
      Path folder,
      Map<String, Map<String, String>> secrets)
      throws IOException {
    Path root = Files.createDirectories(folder.resolve(workload.name()));
    new Volumes(rendered, secrets, root).write(workload);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx700m",
            "-jar",
            jar(component).toString());
    Path log = Chart.MODULE.resolve("target").resolve("pod-" + workload.name() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    for (Tree entry : workload.containers().getFirst().at("env").list()) {
      builder
          .environment()
          .put(entry.at("name").text(), entry.at("value").text().replace(MOUNTED, root.toString()));
    }
    return new Pod(workload, builder.start(), log);
  }

  private static Path jar(String component) throws IOException {
    String service = Objects.requireNonNull(Settings.SERVICES.get(component));
    try (Stream<Path> files = Files.list(Chart.MODULE.resolveSibling(service).resolve("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(service + "-[0-9].*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(service + " is not packaged"));
    }
  }

  /** What it answers to one of its probes; 0 when it does not within the probe's time. */
  int probed(String probe) {
    Tree container = workload.containers().getFirst();
    Tree http = container.at(probe, "httpGet");
    return asked(
        port(http.at("port").text()),
        http.at("path").text(),
        Duration.ofSeconds(container.at(probe, "timeoutSeconds").number()));
  }

  /** What it answers at its own port. */
  int asked(String path) {
    return asked(port("http"), path, Duration.ofSeconds(5));
  }

  private int port(String name) {
    return workload.containers().getFirst().at("ports").list().stream()
        .filter(port -> port.at("name").text().equals(name))
        .map(port -> port.at("containerPort").number())
        .findFirst()
        .orElseThrow();
  }

  private static int asked(int port, String path, Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(patience)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it ends with. */
  int ended(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError(workload + " does not end; " + lastLines());
    }
    return process.exitValue();
  }

  /** Asks it to end, as a kubelet does after the preStop hook, and gives it what is left. */
  int stopped() throws InterruptedException {
    Tree pod = workload.pod();
    int sleep =
        workload.containers().getFirst().at("lifecycle", "preStop", "sleep", "seconds").number();
    process.destroy();
    return ended(Duration.ofSeconds(pod.at("terminationGracePeriodSeconds").number() - sleep));
  }

  /** The end of its log. */
  String lastLines() {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.collect(Collectors.toCollection(ArrayList::new));
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    } catch (IOException e) {
      return log + " cannot be read";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /**
   * The files of a pod.
   *
   * @param root what stands for /etc/settlement
   */
  private record Volumes(
      List<Manifest> rendered, Map<String, Map<String, String>> secrets, Path root) {

    void write(Manifest workload) throws IOException {
      Map<String, Tree> volumes =
          workload.pod().at("volumes").list().stream()
              .collect(Collectors.toMap(volume -> volume.at("name").text(), volume -> volume));
      for (Tree mount : workload.containers().getFirst().at("volumeMounts").list()) {
        String path = mount.at("mountPath").text();
        Tree volume = Objects.requireNonNull(volumes.get(mount.at("name").text()));
        if (!volume.at("emptyDir").isThere()) {
          write(volume, Files.createDirectories(Path.of(path.replace(MOUNTED, root.toString()))));
        }
      }
    }

    private void write(Tree volume, Path folder) throws IOException {
      if (volume.at("configMap").isThere()) {
        config(volume.at("configMap", "name").text())
            .map()
            .forEach((file, text) -> put(folder, file, text.text()));
      } else if (volume.at("secret").isThere()) {
        secret(volume.at("secret", "secretName"), volume.at("secret", "items"), folder);
      }
      for (Tree source : volume.at("projected", "sources").list()) {
        secret(source.at("secret", "name"), source.at("secret", "items"), folder);
      }
    }

    private Tree config(String name) {
      return rendered.stream()
          .filter(object -> object.toString().equals("ConfigMap/" + name))
          .findFirst()
          .orElseThrow()
          .tree()
          .at("data");
    }

    private void secret(Tree name, Tree items, Path folder) {
      Map<String, String> secret =
          Objects.requireNonNull(secrets.get(name.text()), "Secret " + name.text() + " is missing");
      if (items.isThere()) {
        for (Tree item : items.list()) {
          String key = item.at("key").text();
          put(
              folder,
              item.at("path").text(),
              Objects.requireNonNull(secret.get(key), name.text() + " has no key " + key));
        }
      } else {
        secret.forEach((key, value) -> put(folder, key, value));
      }
    }

    private void put(Path folder, String file, String text) {
      try {
        Files.writeString(folder.resolve(file), text.replace(MOUNTED, root.toString()));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
