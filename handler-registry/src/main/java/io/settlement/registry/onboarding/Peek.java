// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Looks at a chain through its nodes: the first that answers is believed. */
final class Peek {
  private static final String LATEST = "latest";

  /** One node. */
  @FunctionalInterface
  interface Line {
    /**
     * Its answer to a JSON-RPC request.
     *
     * @throws Unasked when there is none that can be read
     * @throws Declined when it is an error
     */
    JsonNode ask(String method, Object... params);
  }

  private final List<Line> lines;

  /** Who answered last is asked first: a node that hangs costs one wait. */
  private volatile int preferred;

  Peek(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  long chainId() {
    return number(ask("eth_chainId"));
  }

  /** What a contract answers to calldata. */
  byte[] call(EvmAddress to, byte[] data) {
    return bytes(ask("eth_call", Map.of("to", to.hex(), "data", Hex.encode(data)), LATEST));
  }

  byte[] code(EvmAddress account) {
    return bytes(ask("eth_getCode", account.hex(), LATEST));
  }

  Hash storage(EvmAddress account, Hash slot) {
    return Hash.of(bytes(ask("eth_getStorageAt", account.hex(), slot.hex(), LATEST)));
  }

  private JsonNode ask(String method, Object... params) {
    Unasked last = new Unasked(Unasked.Why.UNREACHABLE, "no node of the chain is known");
    int first = preferred;
    for (int i = 0; i < lines.size(); i++) {
      int which = (first + i) % lines.size();
      try {
        JsonNode answer = lines.get(which).ask(method, params);
        preferred = which;
        return answer;
      } catch (Unasked silent) {
        last = silent;
      }
    }
    throw last;
  }

  static long number(JsonNode answer) {
    try {
      return Long.parseUnsignedLong(answer.asString("").replaceFirst("^0x", ""), 16);
    } catch (NumberFormatException e) {
      throw new Unasked(Unasked.Why.GARBAGE, "no number where one belongs");
    }
  }

  private static byte[] bytes(JsonNode answer) {
    try {
      return Hex.decode(answer.asString(""));
    } catch (RuntimeException e) {
      throw new Unasked(Unasked.Why.GARBAGE, "no bytes where some belong");
    }
  }
}
