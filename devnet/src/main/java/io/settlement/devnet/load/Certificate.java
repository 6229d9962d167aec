// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the chains and the books say about every message of a run.
 *
 * @param sent transfers that are mined on their source, one message each
 * @param delivered messages with exactly one HandleResult on their destination
 * @param settled messages with exactly one Result on their source
 * @param refunded messages whose prepayment was closed by exactly one refund to its payer
 * @param lost messages that were sent and are not settled
 * @param duplicated messages that anything happened to more than once on a chain
 * @param transactions that the relayer's keys sent on all chains meanwhile
 * @param reverted how many of them changed nothing
 * @param repeatedFacts facts that a crash made the topics tell again, word for word
 * @param faults what does not hold; empty when everything is exact
 */
@JsonPropertyOrder({
  "exact",
  "sent",
  "delivered",
  "settled",
  "refunded",
  "lost",
  "duplicated",
  "transactions",
  "reverted",
  "repeated_facts",
  "faults"
})
public record Certificate(
    int sent,
    int delivered,
    int settled,
    int refunded,
    int lost,
    int duplicated,
    long transactions,
    long reverted,
    @JsonProperty("repeated_facts") long repeatedFacts,
    List<String> faults) {

  /** Keeps its own list. */
  public Certificate {
    faults = List.copyOf(faults);
  }

  /** Whether every message is exactly once everywhere and every ledger agrees. */
  @JsonProperty("exact")
  public boolean isExact() {
    return faults.isEmpty();
  }

  /** One line. */
  @JsonIgnore
  public String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }
}
