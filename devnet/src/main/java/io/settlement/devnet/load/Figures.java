// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run says, in one line of JSON.
 *
 * @param messages how many were sent, and settled
 * @param deliveredPerSecond messages over the time from the first broadcast on the source until the
 *     last MessageDelivered, finality on both chains included
 * @param settledPerSecond the same until the last MessageSettled
 * @param p50 milliseconds from a message's MessageFinal to its MessageDelivered, the median
 * @param ceilingPerSecond what the destination chain alone took
 * @param includedP50 milliseconds from MessageFinal until the destination block that holds the
 *     delivery was there, before its finality
 * @param blockSeconds time between blocks on every chain of the run
 */
@JsonPropertyOrder({
  "messages",
  "delivered_per_s",
  "settled_per_s",
  "p50_ms",
  "p95_ms",
  "p99_ms",
  "ceiling_per_s",
  "included_p50_ms",
  "included_p99_ms",
  "block_time_s"
})
public record Figures(
    int messages,
    @JsonProperty("delivered_per_s") BigDecimal deliveredPerSecond,
    @JsonProperty("settled_per_s") BigDecimal settledPerSecond,
    @JsonProperty("p50_ms") long p50,
    @JsonProperty("p95_ms") long p95,
    @JsonProperty("p99_ms") long p99,
    @JsonProperty("ceiling_per_s") BigDecimal ceilingPerSecond,
    @JsonProperty("included_p50_ms") long includedP50,
    @JsonProperty("included_p99_ms") long includedP99,
    @JsonProperty("block_time_s") double blockSeconds) {

  /** The line. */
  public String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  static BigDecimal rate(double perSecond) {
    return BigDecimal.valueOf(perSecond).setScale(1, RoundingMode.HALF_UP);
  }

  /** The value that so many per cent do not exceed (nearest rank). */
  static long percentile(List<Long> ascending, int percent) {
    if (ascending.isEmpty()) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100.0 * ascending.size());
    return ascending.get(Math.max(rank, 1) - 1);
  }
}
