// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Verdict;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Samples;
import io.settlement.kit.test.Anvil;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ConformanceCommandTest {
  private static Anvil anvil;
  @TempDir private Path folder;

  @BeforeAll
  static void aChain() {
    anvil = Anvil.start();
    anvil.mine(20);
  }

  @AfterAll
  static void over() {
    anvil.close();
  }

  private record Said(int code, String out, String err) {}

  private Said run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Conformance.run(new PrintWriter(out, true), new PrintWriter(err, true), strings(arguments));
    return new Said(code, out.toString(), err.toString());
  }

  private static String[] strings(Object... arguments) {
    return List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
  }

  private Process process(Path said, Object... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Conformance.class.getName()));
    command.addAll(List.of(strings(arguments)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private static List<String> found(Path findings) throws Exception {
    if (!Files.exists(findings)) {
      return List.of();
    }
    return Files.readString(findings)
        .lines()
        .skip(1)
        .filter(line -> line.endsWith("}"))
        .map(line -> new JsonMapper().readTree(line))
        .filter(line -> !line.path("outcome").path("verdict").asString("").equals("UNKNOWN"))
        .map(line -> line.path("requirement").asString(""))
        .toList();
  }

  @Test
  void aRunThatIsKilledGoesOnAndItsReportIsSignedAndRead() throws Exception {
    Samples.keys(folder);
    Path findings = folder.resolve("out/findings.ndjson");
    // Slow enough to be killed on its way.
    Process first =
        process(
            folder.resolve("first.txt"),
            "--rpc",
            anvil.rpcUrl(),
            "--allow-private",
            "--only",
            "PRE,PROV,TAG",
            "--calls-per-second",
            "6",
            "--out",
            folder.resolve("out"));
    for (int i = 0; i < 600 && found(findings).size() < 2 && first.isAlive(); i++) {
      Thread.sleep(20);
    }
    assertThat(first.isAlive()).isTrue();
    first.destroyForcibly().waitFor();
    int before = found(findings).size();

    Said second =
        run(
            "--rpc",
            anvil.rpcUrl(),
            "--allow-private",
            "--only",
            "PRE,PROV,TAG",
            "--resume",
            findings,
            "--key-file",
            folder.resolve("signing.pem"));
    // One provider on this machine has no certificate and no companions.
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains(before + " of 8 are known from before");
    assertThat(second.out()).contains("FAIL    PROV-01").contains("report.pdf");
    assertThat(found(findings)).doesNotHaveDuplicates();

    Path report = folder.resolve("out/report.json");
    Report read = Report.parse(Files.readAllBytes(report));
    assertThat(read.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(read.lines()).hasSize(8);
    assertThat(read.count(Verdict.PASS)).isEqualTo(5);
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Not fit");
    try (PDDocument paper = Loader.loadPDF(folder.resolve("out/report.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(paper)).contains("Not fit", "PROV-01");
    }

    theSignatureIsVerified(report);
    assertThat(run("diff", report, report).code()).isZero();
  }

  private void theSignatureIsVerified(Path report) throws Exception {
    Said right = run("verify", report, "--public-key", folder.resolve("signing.pub"));
    assertThat(right.code()).isZero();
    assertThat(right.out()).contains("FAIL");
    byte[] bytes = Files.readAllBytes(report);
    bytes[bytes.length / 2] ^= 1;
    Path changed = Files.write(folder.resolve("changed.json"), bytes);
    Path seal = report.resolveSibling("report.json.sig");
    assertThat(run("verify", changed, "--signature", seal).code()).isEqualTo(1);
    Samples.keys(folder);
    Said other = run("verify", report, "--public-key", folder.resolve("signing.pub"));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("signed by another key");
  }

  @Test
  void theExitCodeIsTheVerdict() throws Exception {
    Path out = folder.resolve("pass");
    Said pass =
        run(
            "--rpc",
            anvil.rpcUrl(),
            "--allow-private",
            "--only",
            "pre,TAG",
            "--json",
            "--out",
            out);
    assertThat(pass.code()).isZero();
    assertThat(pass.out()).contains("PASS").contains("5 met, 0 broken");
    assertThat(out).isDirectoryContaining("glob:**report.json");
    assertThat(out).isDirectoryNotContaining("glob:**report.html");
    assertThat(Report.parse(Files.readAllBytes(out.resolve("report.json"))).origin().areas())
        .containsExactly("PRE", "TAG");

    Said nobody =
        run(
            "--rpc",
            "http://127.0.0.1:1",
            "--allow-private",
            "--only",
            "PRE",
            "--json",
            "--out",
            folder.resolve("unknown"));
    assertThat(nobody.code()).isEqualTo(3);
    Said forbidden =
        run("--rpc", anvil.rpcUrl(), "--only", "PRE", "--json", "--out", folder.resolve("private"));
    assertThat(forbidden.code()).isEqualTo(3);
    assertThat(forbidden.out()).contains("is not an address of the public internet");

    Path worse = folder.resolve("unknown/report.json");
    assertThat(run("diff", worse, out.resolve("report.json")).code()).isZero();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(run("--rpc", anvil.rpcUrl(), "--only", "PRE", "--out", file.resolve("x")).code())
        .isEqualTo(4);
  }

  @Test
  void whatIsNotUnderstoodIsSaid() throws Exception {
    assertThat(run().err()).contains("whom to ask?");
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("--rpc", "http://127.0.0.1:1", "--only", "EVN").err())
        .contains("areas are [BATCH");
    assertThat(run("--rpc", "ftp://127.0.0.1").code()).isEqualTo(2);
    assertThat(run("--nothing").code()).isEqualTo(2);
    Path yaml = Files.writeString(folder.resolve("chain.yaml"), "chain: {nmae: Gamma}");
    Said misspelt = run("--declaration", yaml);
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("nobody knows \"nmae\"");
    Path key = Files.writeString(folder.resolve("key"), "secret");
    Said noKey = run("--rpc", "http://127.0.0.1:1", "--key-file", key);
    assertThat(noKey.code()).isEqualTo(2);
    assertThat(noKey.err()).doesNotContain("secret");
  }

  @Test
  void findingsOfAnotherRunAreNotGoneOnWith() throws Exception {
    Path out = folder.resolve("out");
    Object[] one = {
      "--rpc", anvil.rpcUrl(), "--allow-private", "--json", "--only", "PRE", "--out", out
    };
    assertThat(run(one).code()).isZero();
    Said again = run(one);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("--resume");
    Said other =
        run(
            "--rpc",
            "http://127.0.0.1:1",
            "--only",
            "PRE",
            "--resume",
            out.resolve("findings.ndjson"));
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("is of other providers");
    // A process may end within a line.
    Path findings = out.resolve("findings.ndjson");
    String whole = Files.readString(findings);
    Files.writeString(findings, whole.substring(0, whole.length() - 40), StandardCharsets.UTF_8);
    Said resumed =
        run(
            "--rpc",
            anvil.rpcUrl(),
            "--allow-private",
            "--json",
            "--only",
            "PRE",
            "--resume",
            findings);
    assertThat(resumed.code()).isZero();
    assertThat(resumed.err()).contains("3 of 4 are known from before").contains("[  4/  4]");
    assertThat(found(findings)).hasSize(4).doesNotHaveDuplicates();
  }
}
