// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a call would have done on top of the newest block, logs included.
 *
 * @param success false when it would revert as a whole
 * @param revertData what it would revert with; empty when it succeeds or says nothing
 * @param logs what it would log, in order
 * @param gasUsed what it would use
 */
@SuppressWarnings("ArrayRecordComponent")
public record Rehearsed(boolean success, byte[] revertData, List<ChainLog> logs, Gas gasUsed) {

  private static final Hash NOWHERE = Hash.of(new byte[32]);

  /** From the answer to eth_simulateV1 with one block of one call. */
  static Rehearsed of(JsonNode answer) {
    JsonNode call = answer.path(0).path("calls").path(0);
    boolean success = Quantities.number(call.path("status")) == 1;
    List<ChainLog> logs = new ArrayList<>();
    call.path("logs").forEach(log -> logs.add(log(log, logs.size())));
    return new Rehearsed(
        success,
        success ? new byte[0] : data(call),
        List.copyOf(logs),
        new Gas(Quantities.number(call.path("gasUsed"))));
  }

  /** It is in no block, whatever the node fills in. */
  private static ChainLog log(JsonNode log, int index) {
    List<Hash> topics = new ArrayList<>();
    log.path("topics").forEach(topic -> topics.add(Quantities.hash(topic)));
    return new ChainLog(
        new EvmAddress(log.path("address").asString("")),
        topics,
        Quantities.bytes(log.path("data")),
        0,
        NOWHERE,
        NOWHERE,
        index);
  }

  private static byte[] data(JsonNode call) {
    JsonNode inError = call.path("error").path("data");
    JsonNode data = inError.isString() ? inError : call.path("returnData");
    return data.isString() ? Quantities.bytes(data) : new byte[0];
  }
}
