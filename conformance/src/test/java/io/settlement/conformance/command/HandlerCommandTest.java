// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.handler.HandlerCase;
import io.settlement.conformance.handler.HandlerWorld;
import io.settlement.conformance.report.Report;
import io.settlement.kit.test.Anvil;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerCommandTest {
  private static HandlerWorld world;
  private static HandlerCase own;
  @TempDir private Path folder;

  @BeforeAll
  static void aChainWithAHandler() {
    world = new HandlerWorld();
    own = world.own(1);
    world.settle();
  }

  @AfterAll
  static void over() {
    world.close();
  }

  private record Said(int code, String out, String err) {}

  private Said run(String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all =
        new ArrayList<>(
            List.of(
                "handler",
                "--rpc",
                world.anvil().rpcUrl(),
                "--allow-private",
                "--anvil",
                Anvil.program().toString(),
                "--out",
                folder.resolve("out").toString()));
    all.addAll(List.of(more));
    int code =
        Conformance.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private String peer() {
    return own.peer().chain() + ":" + own.peer().handler();
  }

  @Test
  void aHandlerIsTriedByItsAddressAndItsPeerAlone() throws Exception {
    Said said = run("--handler", own.handler(), "--peer", peer());
    assertThat(said.code()).as("%s%s", said.out(), said.err()).isEqualTo(ExitCode.PASS);
    assertThat(said.err()).contains("HND-07 PASS");
    Report report = Report.parse(Files.readAllBytes(folder.resolve("out/report.json")));
    assertThat(report.count(Verdict.PASS)).isEqualTo(12);
    assertThat(report.handler().orElseThrow().address()).isEqualTo(own.handler());
    assertThat(folder.resolve("out/report.html")).exists();
  }

  @Test
  void whatFailsAndWhatIsNotUnderstoodIsTheExitCode() {
    assertThat(run("--handler", own.handler(), "--peer", peer(), "--gas", "1000").code())
        .isEqualTo(ExitCode.FAIL);
    assertThat(run("--handler", "nobody", "--peer", peer()).code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("--handler", own.handler(), "--peer", "nobody").code())
        .isEqualTo(ExitCode.USAGE);
    Said nothing = run("--handler", "0x" + "12".repeat(20), "--peer", peer());
    assertThat(nothing.code()).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(nothing.err()).contains("does not say settlement()");
  }
}
