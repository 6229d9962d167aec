// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.check.Break.refuses;
import static io.settlement.conformance.check.Break.says;
import static io.settlement.conformance.check.Break.text;
import static io.settlement.conformance.check.Broken.line;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Chains whose virtual machine is another. */
final class EvmBreaks {
  private static final String SMALL = "contracts may have 20,000 bytes";

  private EvmBreaks() {}

  static List<Broken> all() {
    return List.of(
        line("EVM-01", "the parent's hash is another", returns(has("430340"), word(3, "1"))),
        line("EVM-01", "blocks have a hash beyond the 256th", returns(has("430340"), word(2, "1"))),
        line("EVM-02", "the number is that of the layer below", runs("43", word(0, "f4240"))),
        line("EVM-03", "the id is Ethereum's", runs("46", word(0, "1"))),
        line("EVM-03", "net_version is another", says("net_version", id -> text("1"))),
        line("EVM-04", "time is in milliseconds", runs("42", word(0, "19a00000000"))),
        line("EVM-05", "the coinbase is another", runs(List.of("41", "45", "44"), word(0, "dead"))),
        line(
            "EVM-05",
            "the gas limit is 2^63",
            runs(List.of("41", "45", "44"), word(1, "8000000000000000"))),
        line("EVM-05", "prevrandao is a constant", runs(List.of("41", "45", "44"), word(2, "2c"))),
        line("EVM-05", "there is no base fee", runs("48", word(0, "0"))),
        line("EVM-06", "BLOBBASEFEE does not exist", lacks("4a")),
        line("EVM-07", "msg.value is lost", runs(TRANSACTION, word(2, "0"))),
        line("EVM-07", "msg.sender is another than tx.origin", runs(TRANSACTION, word(0, "dead"))),
        line("EVM-07", "the gas price is free", runs(TRANSACTION, word(3, "0"))),
        line("EVM-07", "there is more gas than given", runs(TRANSACTION, word(4, "ffffffff"))),
        line(
            "EVM-08",
            "calldata is cut",
            says(
                "eth_call",
                to("0xc0de000000000000000000000000000000000456"),
                result -> text(result.asString().substring(0, 80)))),
        line("EVM-09", "addmod is one off", runs("6008600a600a08", word(0, "5"))),
        line("EVM-09", "mulmod overflows", runs("600760001960001909", word(0, "0"))),
        line(
            "EVM-10",
            "keccak256 is SHA-3",
            runs(
                "6000600020",
                word(0, "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a"))),
        line("EVM-11", "PUSH0 does not exist", lacks("5f")),
        line("PRE-01", "everybody is recovered", precompiled(1, word(0, "1"))),
        line("PRE-02", "sha256 is not there", precompiled(2, result -> text("0x"))),
        line("PRE-03", "ripemd160 is not there", precompiled(3, result -> text("0x"))),
        line("PRE-04", "identity answers nothing", precompiled(4, result -> text("0x")))
            .breaks("the echo that is asked for by eth_call is that of 0x04", "RPC-02"),
        line("PRE-04", "modexp is wrong", precompiled(5, result -> text("0x03"))),
        line("PRE-04", "bn254 has no addition", precompiled(6, word(0, "0"))),
        line("PRE-04", "bn254 has no multiplication", precompiled(7, word(1, "0"))),
        line("PRE-04", "every pairing fails", precompiled(8, word(0, "0"))),
        line(
            "PRE-04",
            "blake2f is refused",
            refuses("eth_call", to(address(9)), -32000, "precompile is disabled")),
        line("SIZE-01", "24,576 bytes are too many", makesNone(SizeChecks.LIMIT)),
        line("SIZE-02", "contracts may have 23,000 bytes", makesNone(OwnContracts.largest())),
        line("SIZE-01", SMALL, makesNone(SizeChecks.LIMIT).and(makesNone(OwnContracts.largest())))
            .breaks(SMALL + ", the suite's own have more", "SIZE-02"));
  }

  private static final List<String> TRANSACTION = List.of("33", "32", "34", "3a", "5a");

  private static Break runs(String expression, UnaryOperator<JsonNode> result) {
    return runs(List.of(expression), result);
  }

  private static Break runs(List<String> expressions, UnaryOperator<JsonNode> result) {
    return returns(is(Code.words(expressions.toArray(String[]::new))), result);
  }

  private static Break lacks(String opcode) {
    return refuses("eth_call", is(Code.words(opcode)), -32000, "invalid opcode: 0x" + opcode);
  }

  private static Break makesNone(int bytes) {
    return returns(is(Code.sizeOfAContractOf(bytes)), word(0, "0"));
  }

  private static Break precompiled(int address, UnaryOperator<JsonNode> result) {
    return says("eth_call", to(address(address)), result);
  }

  private static Break returns(Predicate<JsonNode> when, UnaryOperator<JsonNode> result) {
    return says("eth_call", when, result);
  }

  private static Predicate<JsonNode> is(String code) {
    return params -> data(params).equals("0x" + code);
  }

  private static Predicate<JsonNode> has(String code) {
    return params -> data(params).contains(code);
  }

  private static String data(JsonNode params) {
    return params.path(0).path("data").asString("");
  }

  private static Predicate<JsonNode> to(String address) {
    return params -> params.path(0).path("to").asString("").equals(address);
  }

  private static String address(int number) {
    return "0x%040x".formatted(number);
  }

  /** One of the words that are returned is another. */
  private static UnaryOperator<JsonNode> word(int index, String hex) {
    return result -> {
      StringBuilder words = new StringBuilder(result.asString());
      int from = 2 + 64 * index;
      words.replace(from, from + 64, "0".repeat(64 - hex.length()) + hex);
      return text(words.toString());
    };
  }
}
