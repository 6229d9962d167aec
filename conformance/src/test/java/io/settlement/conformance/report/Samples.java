// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Evidence;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Kind;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports of a chain that nobody asked. */
public final class Samples {
  static final Instant BEGAN = Instant.parse("2026-11-22T06:00:00.123456Z");

  /** What a node may answer to do harm: markup, an expression, a null, half of a character. */
  static final String HOSTILE = "<script>alert(1)</script> ${7*7} [[${9*9}]] \u0000 \ud800 & \"ж\"";

  static final Requirement CODE =
      Requirement.evm("EVM-01", "Block hashes", "The last 256 are known.", "By BLOCKHASH.");
  static final Requirement NUMBER =
      Requirement.evm("EVM-02", "Block number", "It is the chain's own.", "By NUMBER.");
  static final Requirement MORE =
      Requirement.evm("PRE-04", "Others", "They are there.", "By calls.").reportOnly();
  static final Requirement UPTIME =
      Requirement.integration("SLA-01", Kind.OVER_TIME, "Uptime", "99.9 %.", "By probes.");
  static final Requirement LATENCY =
      Requirement.integration("SLA-03", Kind.OVER_TIME, "Latency", "Below 250 ms.", "By reads.");

  private Samples() {}

  static Subject subject() {
    Declaration declared =
        Declaration.parse(
            """
            chain: {name: Gamma, id: 9007199254740993, family: EVM, blockTime: 2}
            finality: {expected: PT12S}
            providers:
              - {url: "https://one.example/secret-token", operator: One Ltd}
              - {url: "https://two.example"}
            waivers:
              - {requirement: EVM-02, reason: it is an estimate of the layer below}
            """);
    List<Node> nodes =
        Stream.of("https://one.example/secret-token", "https://two.example")
            .map(
                url ->
                    Node.of(
                        URI.create(url),
                        null,
                        NodeSettings.usual(AddressPolicy.PUBLIC_ONLY),
                        Load.of(10, 1)))
            .toList();
    return Subject.of(nodes, declared);
  }

  static Finding found(Requirement requirement, Outcome outcome) {
    return new Finding(requirement.id(), outcome, BEGAN, Duration.ofNanos(1_234_567_890));
  }

  static Report of(List<Requirement> requirements, List<Waiver> waivers, Finding... findings) {
    Map<String, Finding> byId =
        Stream.of(findings).collect(Collectors.toMap(Finding::requirement, any -> any));
    return Report.of(
        Report.Origin.of(BEGAN, BEGAN.plusSeconds(90), "at most 50 calls a second", List.of()),
        subject(),
        requirements,
        byId,
        waivers);
  }

  /** Met, broken, broken but not mandatory, not known; with figures. */
  public static Report mixed(Waiver... waivers) {
    return of(
        List.of(LATENCY, UPTIME, MORE, NUMBER, CODE),
        List.of(waivers),
        found(CODE, Outcome.pass("as required", new Evidence("hash", "0x01", "0x01"))),
        found(NUMBER, Outcome.fail("block.number: expected 7, found 3 " + HOSTILE)),
        found(MORE, Outcome.fail("modexp", new Evidence("3^2 mod 5", "4", HOSTILE))),
        found(UPTIME, uptime()),
        found(LATENCY, latency(180)));
  }

  private static Outcome uptime() {
    return Outcome.unknown("observed 3 d of 30 d")
        .with("uptime-percent one.example", "99.950")
        .with("uptime-percent two.example", "100.000");
  }

  static Outcome latency(double p95) {
    Map<String, String> figures = new TreeMap<>();
    for (String provider : List.of("one.example", "two.example")) {
      figures.put("p50-ms " + provider, "40.5");
      figures.put("p95-ms " + provider, Double.toString(p95));
      figures.put("p99-ms " + provider, "310.0");
    }
    return new Outcome(Verdict.PASS, "as required", List.of(), figures);
  }

  /**
   * A key of Ed25519, as openssl writes it, {@code signing.pem} and {@code signing.pub} in this
   * folder.
   */
  public static KeyPair keys(Path folder) throws IOException, NoSuchAlgorithmException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    pem(folder.resolve("signing.pem"), "PRIVATE KEY", keys.getPrivate().getEncoded());
    pem(folder.resolve("signing.pub"), "PUBLIC KEY", keys.getPublic().getEncoded());
    return keys;
  }

  private static void pem(Path file, String type, byte[] encoded) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, body, type));
  }
}
