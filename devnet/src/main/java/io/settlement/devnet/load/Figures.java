// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run says, in one line of JSON.
 *
 * @param load what was sent
 * @param speed how fast it went
 * @param delay how long a message took
 * @param cost what it took from the machine
 * @param proof what the chains say
 */
public record Figures(
    @JsonUnwrapped Load load,
    @JsonUnwrapped Speed speed,
    @JsonUnwrapped Delay delay,
    @JsonUnwrapped Cost cost,
    @JsonUnwrapped Proof proof) {

  /**
   * What was sent.
   *
   * @param messages counted
   * @param warmUp messages before them, not counted
   * @param perSecond how many became due each second; 0 when all were at once
   * @param destinations how many chains they went to
   * @param lateness how late the load itself was at most, in milliseconds: what it says of a delay
   *     is no better than this
   */
  @JsonPropertyOrder({"messages", "warm_up", "rate_per_s", "destinations", "sent_late_ms"})
  public record Load(
      int messages,
      @JsonProperty("warm_up") int warmUp,
      @JsonProperty("rate_per_s") double perSecond,
      int destinations,
      @JsonProperty("sent_late_ms") long lateness) {}

  /**
   * How fast it went.
   *
   * @param delivered messages over the time from the first one due until the last MessageDelivered,
   *     finality on both chains included
   * @param settled the same until the last MessageSettled
   * @param sustained settled messages a second between the first tenth and the last
   * @param ceiling what the destination chain alone took; 0 when it was not measured
   */
  @JsonPropertyOrder({"delivered_per_s", "settled_per_s", "sustained_per_s", "ceiling_per_s"})
  public record Speed(
      @JsonProperty("delivered_per_s") BigDecimal delivered,
      @JsonProperty("settled_per_s") BigDecimal settled,
      @JsonProperty("sustained_per_s") BigDecimal sustained,
      @JsonProperty("ceiling_per_s") BigDecimal ceiling) {}

  /**
   * How long a message took, in milliseconds.
   *
   * @param p50 from MessageFinal to MessageDelivered, the median
   * @param includedP50 from MessageFinal until the destination block that holds the delivery was
   *     there, before its finality
   * @param settledP50 from the time it was due to MessageSettled
   */
  @JsonPropertyOrder({
    "p50_ms",
    "p95_ms",
    "p99_ms",
    "included_p50_ms",
    "included_p99_ms",
    "due_to_settled_p50_ms",
    "due_to_settled_p99_ms"
  })
  public record Delay(
      @JsonProperty("p50_ms") long p50,
      @JsonProperty("p95_ms") long p95,
      @JsonProperty("p99_ms") long p99,
      @JsonProperty("included_p50_ms") long includedP50,
      @JsonProperty("included_p99_ms") long includedP99,
      @JsonProperty("due_to_settled_p50_ms") long settledP50,
      @JsonProperty("due_to_settled_p99_ms") long settledP99) {}

  /**
   * What a thousand messages took from the machine.
   *
   * @param cpu seconds, by process
   * @param cpuTotal their sum
   * @param rpc JSON-RPC calls, by service
   */
  @JsonPropertyOrder({"cpu_s_per_1000", "cpu_s_per_1000_total", "rpc_per_1000"})
  public record Cost(
      @JsonProperty("cpu_s_per_1000") Map<String, Double> cpu,
      @JsonProperty("cpu_s_per_1000_total") BigDecimal cpuTotal,
      @JsonProperty("rpc_per_1000") Map<String, Double> rpc) {}

  /**
   * What the chains say.
   *
   * @param lost messages that were sent and are not settled
   * @param duplicated messages that anything happened to more than once
   * @param exact whether every ledger agrees
   */
  @JsonPropertyOrder({"lost", "duplicated", "exact"})
  public record Proof(int lost, int duplicated, boolean exact) {}

  static Figures of(
      LoadPlan plan, Timings timings, Meters used, double ceiling, Certificate certificate) {
    List<Long> delivered = timings.delivered();
    List<Long> included = timings.included();
    List<Long> settled = timings.settled();
    long destinations = plan.ways().stream().map(LoadPlan.Way::to).distinct().count();
    double cpu = used.cpuSeconds().values().stream().mapToDouble(Double::doubleValue).sum();
    return new Figures(
        new Load(
            plan.messages(),
            plan.warmUp(),
            plan.perSecond(),
            Math.toIntExact(destinations),
            timings.departures().latest().toMillis()),
        new Speed(
            rate(timings.rate(Passage::deliveredAt)),
            rate(timings.rate(Passage::settledAt)),
            rate(timings.sustained(Passage::settledAt)),
            rate(ceiling)),
        new Delay(
            percentile(delivered, 50),
            percentile(delivered, 95),
            percentile(delivered, 99),
            percentile(included, 50),
            percentile(included, 99),
            percentile(settled, 50),
            percentile(settled, 99)),
        new Cost(used.cpuSeconds(), rate(cpu), used.rpcCalls()),
        new Proof(certificate.lost(), certificate.duplicated(), certificate.isExact()));
  }

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
