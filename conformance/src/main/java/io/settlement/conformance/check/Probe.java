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
  private Optional<String> runner = Optional.empty();

  private enum Way {
    CREATION,
    OVERRIDE,
    RUNNER
  }

  private Probe(Subject subject) {
    this.subject = subject;
    this.node = subject.node();
  }

  /**
   * A probe that works on this chain. Blocks it is pinned to are to be looked up after this: a
   * contract that had to be made is not in older ones.
   *
   * @throws Unanswered when there is no way to run code
   */
  static Probe of(Subject subject) throws InterruptedException {
    Probe probe = new Probe(subject);
    while (!probe.works()) {
      probe.goAnotherWay();
    }
    return probe;
  }

  /** What the code returns in the newest block. */
  byte[] run(String code) {
    return returned(code, send(code, "latest", Map.of(), Map.of()));
  }

  /** What the code returns in this block, as 32-byte numbers. */
  List<BigInteger> words(String block, String... expressions) {
    return words(block, Map.of(), Map.of(), expressions);
  }

  /** The same for a call with these fields, and with these accounts as they are not. */
  List<BigInteger> words(
      String block,
      Map<String, Object> fields,
      Map<String, Object> accounts,
      String... expressions) {
    String code = Code.words(expressions);
    return split(code, returned(code, send(code, block, fields, accounts)), expressions.length);
  }

  private boolean works() {
    return send(FORTY_TWO, "latest", Map.of(), Map.of()) instanceof Answer.Result result
        && new BigInteger(1, bytes(result)).equals(BigInteger.valueOf(42));
  }

  private void goAnotherWay() throws InterruptedException {
    if (way == Way.CREATION) {
      way = Way.OVERRIDE;
      return;
    }
    if (way == Way.OVERRIDE && subject.purse().isPresent()) {
      runner = Optional.of(deploy(subject.purse().get()));
      way = Way.RUNNER;
      // Some nodes know a receipt a moment before the state that goes with it.
      long end = System.nanoTime() + Sender.patience(subject).toNanos();
      while (!works() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      return;
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
