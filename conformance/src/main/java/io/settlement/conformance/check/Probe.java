// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Node;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/**
 * Runs a few bytes of code on a chain by eth_call. It is sent as the code of a contract to be made;
 * where a node does not take that, as the code of an account for this one call; where it does not
 * take that either, to a contract that runs what it is sent, which a funded key makes.
 */
final class Probe {
  private static final String ANY_ACCOUNT = "0xc0de000000000000000000000000000000000123";
  private static final String FORTY_TWO = Code.words("602a");
  private static final long GAS_OF_A_CONTRACT = 400_000;

  private final Subject subject;
  private final Node node;
  private Way way = Way.CREATION;
  private boolean sure;
  private Optional<String> runner = Optional.empty();

  private enum Way {
    CREATION,
    OVERRIDE,
    RUNNER
  }

  Probe(Subject subject) {
    this.subject = subject;
    this.node = subject.node();
  }

  /** What the code returns in the newest block. */
  byte[] run(String code) throws InterruptedException {
    return returned(code, call(code, "latest", Map.of(), Map.of()));
  }

  /** What the code returns in this block, as 32-byte numbers. */
  List<BigInteger> words(String block, String... expressions) throws InterruptedException {
    return words(block, Map.of(), Map.of(), expressions);
  }

  /** The same for a call with these fields, and with these accounts as they are not. */
  List<BigInteger> words(
      String block, Map<String, Object> fields, Map<String, Object> accounts, String... expressions)
      throws InterruptedException {
    String code = Code.words(expressions);
    return split(code, returned(code, call(code, block, fields, accounts)), expressions.length);
  }

  /** A refusal of the code itself is an answer; one of the way it is sent leads to another way. */
  Answer call(String code, String block, Map<String, Object> fields, Map<String, Object> accounts)
      throws InterruptedException {
    Answer answer = send(code, block, fields, accounts);
    while (!sure && isNothing(answer) && !works()) {
      way = next();
      answer = send(code, block, fields, accounts);
    }
    sure = true;
    return answer;
  }

  private static boolean isNothing(Answer answer) {
    return switch (answer) {
      case Answer.Refused refused -> true;
      case Answer.Result result -> result.value().asString("0x").length() <= 2;
    };
  }

  private boolean works() throws InterruptedException {
    return send(FORTY_TWO, "latest", Map.of(), Map.of()) instanceof Answer.Result result
        && new BigInteger(1, bytes(result)).equals(BigInteger.valueOf(42));
  }

  /**
   * Another way.
   *
   * @throws Unanswered when there is none
   */
  private Way next() throws InterruptedException {
    if (way == Way.CREATION) {
      return Way.OVERRIDE;
    }
    if (way == Way.OVERRIDE && subject.purse().isPresent()) {
      runner = Optional.of(deploy(subject.purse().get()));
      return Way.RUNNER;
    }
    throw new Unanswered(
        Unanswered.Cause.REFUSED,
        way == Way.RUNNER
            ? "no code runs by eth_call at " + node.name()
            : node.name() + " runs code neither by creation nor by override; needs a funded key");
  }

  /** Once for all checks that share the purse. */
  private String deploy(Purse purse) throws InterruptedException {
    String code = "0x" + Code.runner();
    purse.turn().lockInterruptibly();
    try {
      String known = purse.made().get(code);
      return known == null ? make(purse, code) : known;
    } finally {
      purse.turn().unlock();
    }
  }

  private String make(Purse purse, String code) throws InterruptedException {
    Sender sender = Sender.of(subject, purse);
    JsonNode receipt =
        sender
            .included(sender.send(new Purse.Payment("", BigInteger.ZERO, code, GAS_OF_A_CONTRACT)))
            .receipt();
    String address = receipt.path("contractAddress").asString("");
    purse.made().put(code, address);
    return address;
  }

  private Answer send(
      String code, String block, Map<String, Object> fields, Map<String, Object> accounts) {
    Map<String, Object> call = new LinkedHashMap<>(fields);
    Map<String, Object> overrides = new LinkedHashMap<>(accounts);
    switch (way) {
      case CREATION -> call.put("data", "0x" + code);
      case OVERRIDE -> {
        call.put("to", ANY_ACCOUNT);
        overrides.put(ANY_ACCOUNT, Map.of("code", "0x" + code));
      }
      case RUNNER -> {
        call.put("to", runner.orElseThrow());
        call.put("data", "0x" + code);
      }
    }
    List<Object> params = new ArrayList<>(List.of(call, block));
    if (!overrides.isEmpty()) {
      params.add(overrides);
    }
    return node.call("eth_call", params.toArray());
  }

  private byte[] returned(String code, Answer answer) {
    return switch (answer) {
      case Answer.Result result -> bytes(result);
      case Answer.Refused refused -> throw new Refusal(code, refused);
    };
  }

  private static byte[] bytes(Answer.Result result) {
    String hex = result.value().asString("");
    if (!hex.matches("0x([0-9a-fA-F]{2})*")) {
      throw new Unanswered(Unanswered.Cause.GARBAGE, "eth_call returns no bytes: " + result);
    }
    return Numeric.hexStringToByteArray(hex);
  }

  private List<BigInteger> split(String code, byte[] bytes, int words) {
    if (bytes.length != 32 * words) {
      throw new Refusal(code, words + " words were asked for, " + bytes.length + " bytes came");
    }
    List<BigInteger> split = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      split.add(new BigInteger(1, bytes, 32 * i, 32));
    }
    return split;
  }

  /** The chain does not run this code, though it runs other. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String code, Object why) {
      super("0x%s is not run: %s".formatted(code, why));
    }
  }
}
