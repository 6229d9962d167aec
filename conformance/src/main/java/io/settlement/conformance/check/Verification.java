// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Purse;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a contract that nobody has made before and has the explorer verify it: the same few lines
 * with another number in them each time, compiled once by the compiler of the suite's contracts.
 */
final class Verification {
  /** What the suite's contracts are compiled with, so the explorer has to know it. */
  static final String COMPILER = "v0.8.37+commit.f401782d";

  private static final String SOURCE =
      """
      // SPDX-License-Identifier: Apache-2.0
      pragma solidity 0.8.37;

      contract Probe {
          function salt() external pure returns (uint256) {
              return 0xSALT;
          }
      }
      """;

  /** What makes it, with the number in its place. */
  private static final String CREATION =
      "6080604052348015600f57600080fd5b50609f80601d6000396000f3fe608060405234801560"
          + "0f57600080fd5b506004361060285760003560e01c8063bfa0b13314602d575b600080fd5b60336047565b"
          + "604051603e91906086565b60405180910390f35b60007fSALT905090565b6000819050919050565b60808160"
          + "6f565b82525050565b6000602082019050609960008301846079565b9291505056";

  private static final String TAKEN = "taken: ";
  private static final long GAS = 400_000;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Pattern NOT_SEEN_YET =
      Pattern.compile("(?i).*(unable to locate|not found|not a contract|does not exist).*");
  private static final Pattern DONE = Pattern.compile("(?i)(pass|already verified).*");
  private static final Pattern UNDER_WAY =
      Pattern.compile("(?i).*(pending|queue|progress|unknown uid).*");

  private final Subject subject;
  private final ExplorerApi api;
  private final Seen seen;
  private final long end;

  /**
   * Begins now.
   *
   * @param patience how long all of it may take
   */
  Verification(Subject subject, ExplorerApi api, Seen seen, Duration patience) {
    this.subject = subject;
    this.api = api;
    this.seen = seen;
    this.end = System.nanoTime() + patience.toNanos();
  }

  /** Adds whether the explorer verifies a contract of ours to what was seen. */
  void look(Purse purse) throws InterruptedException {
    String salt = salt();
    String address = make(purse, CREATION.replace("SALT", salt));
    String said = submitted(address, SOURCE.replace("SALT", salt));
    if (said.isEmpty()) {
      return;
    }
    String verdict = patiently(() -> status(said), UNDER_WAY);
    if (UNDER_WAY.matcher(verdict).matches()) {
      seen.missing("the verification of " + address + " is not over: " + verdict);
      return;
    }
    seen.that(
        "verification of " + address, "Pass - Verified", DONE.matcher(verdict).matches(), verdict);
    if (seen.right()) {
      int length = api.source(address).length();
      seen.that("source of " + address, "served", length > 0, length + " characters");
    }
  }

  /** A number of 32 bytes, the first of them not zero: a compiler writes it as it is. */
  private static String salt() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    bytes[0] |= (byte) 0x80;
    return HexFormat.of().formatHex(bytes);
  }

  private String make(Purse purse, String code) throws InterruptedException {
    purse.turn().lockInterruptibly();
    try {
      Sender sender = Sender.of(subject, purse);
      return sender
          .included(sender.send(new Purse.Payment("", BigInteger.ZERO, "0x" + code, GAS)))
          .receipt()
          .path("contractAddress")
          .asString("");
    } finally {
      purse.turn().unlock();
    }
  }

  /** By what to ask for it; empty when it was refused, or the contract was not seen in time. */
  private String submitted(String address, String source) throws InterruptedException {
    Map<String, String> form =
        Map.of(
            "contractaddress",
            address,
            "codeformat",
            "solidity-standard-json-input",
            "sourceCode",
            input(source),
            "contractname",
            "Probe.sol:Probe",
            "compilerversion",
            COMPILER,
            "constructorArguements",
            "");
    String said = patiently(() -> told(api.post("verifysourcecode", form)), NOT_SEEN_YET);
    if (NOT_SEEN_YET.matcher(said).matches()) {
      seen.missing("the explorer has not seen the contract at " + address + " yet: " + said);
      return "";
    }
    boolean taken = said.startsWith(TAKEN);
    seen.that("a contract's source sent to be verified", "taken", taken, said);
    return taken ? said.substring(TAKEN.length()) : "";
  }

  private static String told(JsonNode answer) {
    String result = answer.path("result").asString("");
    return answer.path("status").asString("").equals("1")
        ? TAKEN + result
        : answer.path("message").asString("") + " " + result;
  }

  private String status(String guid) {
    return api.get("checkverifystatus", Map.of("guid", guid)).path("result").asString("");
  }

  /** Something that is said. */
  @FunctionalInterface
  private interface Question {
    String ask();
  }

  /** Asks until something else is said than this, or the time is over. */
  private String patiently(Question question, Pattern again) throws InterruptedException {
    String said = question.ask();
    for (long pause = 100;
        again.matcher(said).matches() && System.nanoTime() < end;
        pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis())) {
      Thread.sleep(pause);
      said = question.ask();
    }
    return said;
  }

  private static String input(String source) {
    return new JsonMapper()
        .writeValueAsString(
            Map.of(
                "language", "Solidity",
                "sources", Map.of("Probe.sol", Map.of("content", source)),
                "settings",
                    Map.of(
                        "optimizer", Map.of("enabled", false, "runs", 200),
                        "evmVersion", "london",
                        "metadata", Map.of("appendCBOR", false, "bytecodeHash", "none"),
                        "outputSelection",
                            Map.of(
                                "*",
                                Map.of(
                                    "*",
                                    List.of(
                                        "abi",
                                        "evm.bytecode.object",
                                        "evm.deployedBytecode.object"))))));
  }
}
