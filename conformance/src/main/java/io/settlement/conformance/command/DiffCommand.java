// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.report.Diff;
import io.settlement.conformance.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changed from one report to another. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says what changed from one report to a later one; 1 when something broke.")
final class DiffCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EARLIER", description = "A report's JSON.")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "LATER", description = "A later report's JSON.")
  private Path later = Path.of("");

  @Option(names = "--json", description = "Says it in JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Diff diff = Diff.between(report(earlier), report(later));
    if (json) {
      out.println(new String(diff.toJson(), StandardCharsets.UTF_8));
    } else {
      Lines.of(diff).forEach(out::println);
    }
    return diff.isWorse() ? ExitCode.FAIL : ExitCode.PASS;
  }

  private static Report report(Path file) throws IOException {
    return Report.parse(Files.readAllBytes(file));
  }
}
