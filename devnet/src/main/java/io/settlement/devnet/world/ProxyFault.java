// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a provider of a chain may misbehave. */
public enum ProxyFault {
  /** Not at all. */
  NONE,

  /** No log was ever emitted, in ranges, blocks or receipts. */
  OMITS_LOGS {
    @Override
    void bend(String method, JsonNode result) {
      if (method.equals("eth_getLogs") && result instanceof ArrayNode logs) {
        logs.removeAll();
      } else if (method.equals(RECEIPT) && result instanceof ObjectNode receipt) {
        receipt.putArray("logs");
      }
    }
  },

  /** What succeeded reverted, and what reverted succeeded. */
  LIES_ABOUT_RECEIPTS {
    @Override
    void bend(String method, JsonNode result) {
      if (method.equals(RECEIPT) && result instanceof ObjectNode receipt) {
        receipt.put("status", receipt.path("status").asString().equals("0x1") ? "0x0" : "0x1");
      }
    }
  },

  /** Blocks by number have a hash that nobody else has. */
  INVENTS_HASHES {
    @Override
    void bend(String method, JsonNode result) {
      if (method.equals("eth_getBlockByNumber") && result instanceof ObjectNode block) {
        block.put("hash", NOBODYS);
      }
    }
  },

  /** Takes questions and never answers. */
  HANGS;

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RECEIPT = "eth_getTransactionReceipt";
  private static final String NOBODYS = "0x" + "66".repeat(32);

  /** Changes one result in place. */
  void bend(String method, JsonNode result) {
    // Most faults leave most answers alone.
  }

  /** What the proxy tells instead of what the node told. */
  byte[] bend(byte[] question, byte[] answer) {
    if (this == NONE || this == HANGS) {
      return answer;
    }
    JsonNode asked = JSON.readTree(question);
    JsonNode told = JSON.readTree(answer);
    if (told.isArray()) {
      for (JsonNode one : told) {
        bend(asked.get(one.path("id").asInt()).path("method").asString(), one.path("result"));
      }
    } else {
      bend(asked.path("method").asString(), told.path("result"));
    }
    return JSON.writeValueAsBytes(told);
  }
}
