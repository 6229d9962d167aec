// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.Requirement.evm;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import java.util.List;
import java.util.Map;

/** Contracts that every chain has at its first addresses. */
final class PrecompileChecks {
  private static final String RECOVERED =
      "9c22ff5f21f0b81b113e63f7db6da94fedef11b2119b4088b89664fb9a3cb658";
  private static final String SIGNATURE =
      "dd60f9e1d2b2ecb438dfdc6ec46176ab0b957fc95702464fb358ea71d56b8c32"
          + "1227f4dd42b19d18835340cfb81cebc17fa13da33de7198300f7f3bb609137b4";
  private static final String SIGNER =
      "000000000000000000000000" + "70997970c51812dc3a010c7d01b50e0d17dc79c8";

  /** The generator of bn254, and twice that. */
  private static final String ONE = number("1") + number("2");

  private static final String TWICE =
      "030644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd3"
          + "15ed738c0e0a7c92e7845f96b2ae9c0a68a6a449e3538fc7ff3ebf7a5a18a2c4";

  /** The fifth vector of EIP-152: the whole of BLAKE2b of "abc" in twelve rounds. */
  private static final String BLAKE =
      "0000000c"
          + "48c9bdf267e6096a3ba7ca8485ae67bb2bf894fe72f36e3cf1361d5f3af54fa5"
          + "d182e6ad7f520e511f6c3e2b8c68059b6bbd41fbabd9831f79217e1319cde05b"
          + "616263"
          + "00".repeat(125)
          + "03"
          + "00".repeat(15)
          + "01";

  private static final String BLAKED =
      "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
          + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923";

  private PrecompileChecks() {}

  static List<Check> all() {
    return List.of(
        check(
            evm(
                "PRE-01",
                "ecrecover",
                "Signatures are recovered at 0x01.",
                "A signature gives its signer; one with a wrong v gives nothing."),
            new Vector("ecrecover", 1, RECOVERED + number("1c") + SIGNATURE, SIGNER),
            new Vector("ecrecover with v 29", 1, RECOVERED + number("1d") + SIGNATURE, "")),
        check(
            evm("PRE-02", "sha256", "SHA-256 is computed at 0x02.", "Of nothing."),
            new Vector(
                "sha256 of nothing",
                2,
                "",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")),
        check(
            evm("PRE-03", "ripemd160", "RIPEMD-160 is computed at 0x03.", "Of nothing."),
            new Vector(
                "ripemd160 of nothing",
                3,
                "",
                "000000000000000000000000" + "9c1185a5c5e9fc54612808977ee8f548b2258d31")),
        check(
            evm(
                    "PRE-04",
                    "identity, modexp, bn254, blake2f",
                    "The other precompiled contracts are there; recommended.",
                    "An echo, 3² mod 5, twice a point by adding and multiplying, the pairing of"
                        + " nothing, the fifth vector of EIP-152; reported only.")
                .reportOnly(),
            new Vector("identity", 4, "c0ffee", "c0ffee"),
            new Vector(
                "3² mod 5", 5, number("1") + number("1") + number("1") + "03" + "02" + "05", "04"),
            new Vector("bn254 addition", 6, ONE + ONE, TWICE),
            new Vector("bn254 multiplication", 7, ONE + number("2"), TWICE),
            new Vector("bn254 pairing of nothing", 8, "", number("1")),
            new Vector("blake2f", 9, BLAKE, BLAKED)));
  }

  /** What a contract returns for an input, in hex. */
  private record Vector(String what, int address, String input, String output) {}

  private static Check check(Requirement requirement, Vector... vectors) {
    return Rule.asking(
        requirement,
        subject -> {
          Seen seen = new Seen();
          for (Vector vector : vectors) {
            Map<String, String> call =
                Map.of("to", "0x" + "%040x".formatted(vector.address), "data", "0x" + vector.input);
            Answer answer = subject.node().call("eth_call", call, "latest");
            String found =
                answer instanceof Answer.Result result
                    ? result.value().asString("")
                    : answer.toString();
            seen.equal(vector.what, "0x" + vector.output, found);
          }
          return seen.outcome();
        });
  }

  private static String number(String hex) {
    return "0".repeat(64 - hex.length()) + hex;
  }
}
