// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a process across the death of its launcher. The start time stands beside the number, so
 * that a stranger who got the same number later is left alone.
 *
 * @param file the file
 */
public record PidFile(Path file) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Remembers a process. */
  public void write(ProcessHandle process) {
    try {
      Files.writeString(file, process.pid() + " " + startOf(process).toEpochMilli());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The remembered process, when it still runs. */
  public Optional<ProcessHandle> process() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] words = Files.readString(file).strip().split(" ", -1);
      if (words.length != 2) {
        return Optional.empty();
      }
      long start = Long.parseLong(words[1]);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startOf(process).toEpochMilli() == start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Forgets the process. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void endAll(Path folder, String except) throws IOException {
    List<ProcessHandle> running = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
      for (Path each : files) {
        if (!each.getFileName().toString().equals(except + ".pid")) {
          new PidFile(each).process().ifPresent(running::add);
        }
      }
    }
    running.forEach(ProcessHandle::destroy);
    running.forEach(PidFile::waitOrKill);
  }

  private static void waitOrKill(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
