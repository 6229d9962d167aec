// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a node says to one call. */
public sealed interface Answer {

  /**
   * It says this.
   *
   * @param value JSON's null is a null node
   */
  record Result(JsonNode value) implements Answer {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * It refuses.
   *
   * @param code JSON-RPC's
   * @param message its words
   * @param data what it adds, such as a revert's
   */
  record Refused(long code, String message, @Nullable JsonNode data) implements Answer {
    /** How a node says that it does not know a method. */
    public static final long METHOD_NOT_FOUND = -32601;

    @Override
    public String toString() {
      return "refused with " + code + ": " + message;
    }
  }

  /**
   * The result.
   *
   * @throws Unanswered when it was refused
   */
  default JsonNode value() {
    return switch (this) {
      case Result result -> result.value;
      case Refused refused ->
          throw new Unanswered(Unanswered.Cause.REFUSED, "a call was " + refused);
    };
  }
}
