// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that node runs.
 *
 * @param environment what it is told beside its words
 */
record NodeProgram(Path file, Map<String, String> environment) {

  /**
   * How it ended, and all that it said.
   *
   * @param code 0 when it did what it is for
   */
  record Said(int code, String text) {}

  /** Runs it to its end; fails when that takes longer. */
  Said run(Duration most, String... words) {
    List<String> command =
        Stream.concat(Stream.of("node", file.toString()), Stream.of(words)).toList();
    try {
      Path output = Files.createTempFile("program", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      String text = Files.readString(output);
      Files.delete(output);
      assertThat(ended).as("within %s: %s", most, text).isTrue();
      return new Said(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
