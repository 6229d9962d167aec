// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Prometheus's own judge of rules; {@code helm/promtool} finds it. Where there is none, what needs
 * it is skipped and says why.
 */
final class Promtool {
  private final String path;

  private Promtool(String path) {
    this.path = path;
  }

  static Promtool find() throws IOException, InterruptedException {
    Run found = Run.of(List.of(Chart.MODULE.resolve("promtool").toString()));
    Assumptions.assumeTrue(found.status() == 0, found.said());
    return new Promtool(found.said().lines().reduce("", (first, last) -> last).strip());
  }

  void accepts(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(path));
    command.addAll(List.of(words));
    Run run = Run.of(command);
    assertThat(run.status()).as(run.said()).isZero();
  }

  private record Run(int status, String said) {
    static Run of(List<String> command) throws IOException, InterruptedException {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends: %s", command).isTrue();
      return new Run(process.exitValue(), said);
    }
  }

  /** Where this test run writes files for it. */
  static Path folder() {
    return Chart.MODULE.resolve("target/promtool");
  }
}
