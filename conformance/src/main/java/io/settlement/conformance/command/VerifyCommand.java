// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Seal;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Says whether a report is what somebody signed. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Says whether a report is unchanged since it was signed, and by whose key.")
final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "REPORT", description = "The report's JSON.")
  private Path report = Path.of("report.json");

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description = "Its signature; REPORT.sig when not given.")
  private @Nullable Path signature;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "The public key (PEM) of who is trusted to have signed it.")
  private @Nullable Path trusted;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path sealed =
        signature == null ? report.resolveSibling(report.getFileName() + ".sig") : signature;
    byte[] json = Files.readAllBytes(report);
    if (!isSigned(json, sealed, err)) {
      return ExitCode.FAIL;
    }
    Lines.of(Report.parse(json)).stream().limit(2).forEach(out::println);
    return ExitCode.PASS;
  }

  private boolean isSigned(byte[] json, Path sealed, PrintWriter err) throws IOException {
    try {
      Seal seal = Seal.parse(Files.readAllBytes(sealed));
      if (!seal.isOf(json)) {
        err.println(report + " is not what was signed");
        return false;
      }
      if (trusted == null) {
        err.println("signed by the key " + seal.key() + "; whose that is, nobody has said");
      } else if (!seal.key().equals(Seal.idOf(trusted))) {
        err.println("signed by another key: " + seal.key());
        return false;
      }
      return true;
    } catch (IllegalArgumentException e) {
      err.println("not signed: " + e.getMessage());
      return false;
    }
  }
}
