// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process this world started. */
public final class Child {
  private static final long TAIL_BYTES = 32_768;

  private final String name;
  private final Process process;
  private final Path log;
  private final PidFile pidFile;

  private Child(String name, Process process, Path log, PidFile pidFile) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
  }

  /** Starts it; everything it prints goes to its log. */
  public static Child start(
      RunFolder folder, String name, List<String> command, Map<String, String> environment) {
    Path log = folder.log(name);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      PidFile pidFile = folder.pidFile(name);
      pidFile.write(process.toHandle());
      return new Child(name, process, log, pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** What it is called, in logs and progress lines. */
  public String name() {
    return name;
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it ended with; waits for the end. */
  public int exitCode() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /** Asks it to end. */
  public void askToEnd() {
    process.destroy();
  }

  /** Waits for its end and kills it when patience runs out; whether it ended by itself. */
  public boolean end(Duration patience) {
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      kill();
    }
    pidFile.delete();
    return ended;
  }

  /** Kills it and whatever it started at once, as {@code kill -9} does. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
    pidFile.delete();
  }

  /** The end of its log. */
  public String lastLines(int count) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      byte[] bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  /** Where its log is. */
  public Path log() {
    return log;
  }
}
