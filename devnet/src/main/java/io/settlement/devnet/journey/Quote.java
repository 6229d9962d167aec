// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.events.value.Wei;
import tools.jackson.databind.JsonNode;

/**
 * What a message was said to cost.
 *
 * @param id names the quote
 * @param total to send along, in the source chain's smallest unit
 */
public record Quote(String id, Wei total) {

  /** Reads the gateway's answer. */
  public static Quote of(JsonNode json) {
    return new Quote(json.path("quoteId").asString(), Wei.parse(json.path("total").asString()));
  }
}
