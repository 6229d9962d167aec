// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at a chain through its nodes; so many as are asked for must give the same answer. */
public final class Peek {
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
  private final int quorum;

  /** Who answered last is asked first: a node that hangs costs one wait. */
  private volatile int preferred;

  /** The first that answers is believed. */
  Peek(List<Line> lines) {
    this(lines, 1);
  }

  /**
   * Nodes that have to agree.
   *
   * @param quorum how many, at least 1
   */
  Peek(List<Line> lines, int quorum) {
    this.lines = List.copyOf(lines);
    this.quorum = quorum;
  }

  long chainId() {
    return number(ask("eth_chainId"));
  }

  /**
   * What a contract answers to calldata.
   *
   * @throws Unasked when no quorum of nodes says
   * @throws Declined when the contract refuses
   */
  public byte[] call(EvmAddress to, byte[] data) {
    return bytes(ask("eth_call", Map.of("to", to.hex(), "data", Hex.encode(data)), LATEST));
  }

  /** A contract's code; empty when the account has none. */
  public byte[] code(EvmAddress account) {
    return bytes(ask("eth_getCode", account.hex(), LATEST));
  }

  Hash storage(EvmAddress account, Hash slot) {
    return Hash.of(bytes(ask("eth_getStorageAt", account.hex(), slot.hex(), LATEST)));
  }

  private JsonNode ask(String method, Object... params) {
    Unasked last = new Unasked(Unasked.Why.UNREACHABLE, "no node of the chain is known");
    Map<Said, Integer> votes = new HashMap<>();
    int first = preferred;
    for (int i = 0; i < lines.size(); i++) {
      int which = (first + i) % lines.size();
      try {
        Said said = said(lines.get(which), method, params);
        if (votes.merge(said, 1, Integer::sum) >= quorum) {
          preferred = quorum == 1 ? which : first;
          return said.orThrow();
        }
      } catch (Unasked silent) {
        last = silent;
      }
    }
    throw votes.size() > 1
        ? new Unasked(Unasked.Why.GARBAGE, "the nodes contradict each other")
        : last;
  }

  /**
   * One node's word. Refusals are alike when the contract says the same: nodes word them
   * differently.
   */
  private record Said(@Nullable JsonNode answer, String refusal, @Nullable Declined refused) {
    JsonNode orThrow() {
      if (answer == null) {
        throw Objects.requireNonNull(refused);
      }
      return answer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Said that
          && Objects.equals(answer, that.answer)
          && refusal.equals(that.refusal);
    }

    @Override
    public int hashCode() {
      return Objects.hash(answer, refusal);
    }
  }

  private static Said said(Line line, String method, Object... params) {
    try {
      return new Said(line.ask(method, params), "", null);
    } catch (Declined refused) {
      return new Said(null, refused.dataOrNothing(), refused);
    }
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
