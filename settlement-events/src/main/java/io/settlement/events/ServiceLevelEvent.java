// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import java.time.Instant;
import java.util.List;

/**
 * How a chain's provider keeps its service levels. Topic {@link Topics#SERVICE_LEVELS}, compacted,
 * key provider, writer handler-registry; each fact replaces the one before it.
 */
public sealed interface ServiceLevelEvent extends SuiteEvent {

  /** The provider. */
  ProviderId provider();

  @Override
  default String key() {
    return provider().value();
  }

  @Override
  default Topic<ServiceLevelEvent> topic() {
    return Topics.SERVICE_LEVEL_EVENTS;
  }

  /** What is promised of a provider. */
  enum Level {
    /** It answers now, and for its chain. */
    ANSWERS,
    /** It answered often enough in thirty days. */
    UPTIME,
    /** It answers fast enough. */
    LATENCY,
    /** Its newest block is not far behind the others'. */
    LAG,
    /** It names the same final blocks as the others, and as before. */
    AGREEMENT,
    /** It serves the logs of its newest block. */
    LOGS
  }

  /**
   * A level that is not kept.
   *
   * @param bound what is demanded, with its unit
   * @param found what was seen when the breach began, with its unit
   * @param since when it began
   */
  record Breach(Level level, String bound, String found, Instant since) {}

  /**
   * A level was crossed: this is all that is not kept now.
   *
   * @param chainId EIP-155 chain id
   * @param name host and port, for people
   * @param watched whether it is still looked at; false when nobody names it any more
   * @param breached empty when every level is kept
   */
  @JsonTypeName("ProviderStanding")
  record ProviderStanding(
      ProviderId provider,
      ChainName chain,
      long chainId,
      String name,
      boolean watched,
      List<Breach> breached,
      Instant at)
      implements ServiceLevelEvent {
    /** Keeps its own copy. */
    public ProviderStanding {
      breached = List.copyOf(breached);
    }
  }
}
