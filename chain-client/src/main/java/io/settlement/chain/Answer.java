// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The node's answer to one question: a result, perhaps null, or a refusal. */
sealed interface Answer {

  /** JSON-RPC's code for an execution that reverted. */
  int EXECUTION_REVERTED = 3;

  /** JSON-RPC's code for a method the node does not have. */
  int METHOD_NOT_FOUND = -32601;

  /** What was asked for. */
  record Result(JsonNode json) implements Answer {}

  /** A refusal. */
  record Refusal(ChainException why) implements Answer {}

  /** The result; JSON null is a result. */
  default JsonNode result() {
    return switch (this) {
      case Result result -> result.json();
      case Refusal refusal -> throw refusal.why();
    };
  }

  /** The result; JSON null when the node does not know the method. */
  default JsonNode resultIfSupported() {
    return this instanceof Refusal refusal
            && refusal.why() instanceof RpcError error
            && error.code() == METHOD_NOT_FOUND
        ? NullNode.getInstance()
        : result();
  }

  /** From a JSON-RPC response object. */
  static Answer of(String method, JsonNode response) {
    JsonNode error = response.path("error");
    if (error.isObject()) {
      return new Refusal(refusal(method, error));
    }
    if (!response.has("result")) {
      throw new Unreachable(method + " was answered with neither result nor error");
    }
    return new Result(response.path("result"));
  }

  private static ChainException refusal(String method, JsonNode error) {
    int code = error.path("code").asInt(0);
    String data = revertData(error.path("data"));
    try {
      if (code == EXECUTION_REVERTED || !data.isEmpty()) {
        return new Reverted(method, data.isEmpty() ? new byte[0] : Hex.decode(data));
      }
    } catch (InvalidValue notRevertData) {
      data = "";
    }
    return Refusals.of(method, code, error.path("message").asString(data));
  }

  /** Nodes put it as hex, behind the word "Reverted", or inside an object; else it is not one. */
  private static String revertData(JsonNode data) {
    String text = (data.isObject() ? data.path("data") : data).asString("");
    String bare = text.startsWith("Reverted ") ? text.substring("Reverted ".length()) : text;
    return bare.startsWith("0x") ? bare : "";
  }
}
