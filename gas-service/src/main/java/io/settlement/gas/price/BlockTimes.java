// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.events.value.ChainName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How fast each chain makes blocks and how long it takes until they are final, as measured. */
@Component
public class BlockTimes {
  private static final Logger log = LoggerFactory.getLogger(BlockTimes.class);

  /** Blocks over which the time of one is measured. */
  private static final int BLOCKS = 64;

  /**
   * What was measured of a chain.
   *
   * @param block mean time of one block
   * @param finality how much older the newest final block is than the newest block
   */
  public record Pace(Duration block, Duration finality) {
    /** Two heads are never read at once: one that overtook the other is as old as it. */
    public Pace {
      finality = finality.isNegative() ? Duration.ZERO : finality;
    }
  }

  private final ChainNodes nodes;
  private final Map<ChainName, Pace> paces = new ConcurrentHashMap<>();

  BlockTimes(ChainNodes nodes) {
    this.nodes = nodes;
  }

  /** What was measured last; empty when nothing could be. */
  public Optional<Pace> of(ChainName chain) {
    return Optional.ofNullable(paces.get(chain));
  }

  /** How long a chain's new block takes until it is final for every message, as measured. */
  Optional<Duration> finalityOf(ChainName chain) {
    return of(chain)
        .map(
            pace -> {
              int blocks = settingsOf(chain).map(ChainSettings::confirmations).orElse(0);
              return blocks == 0 ? pace.finality() : pace.block().multipliedBy(blocks - 1L);
            });
  }

  /** How a chain's blocks become final for every message; empty when it is not configured. */
  public Optional<ChainSettings> settingsOf(ChainName chain) {
    return nodes.of(chain).map(EvmReader::settings);
  }

  /** Looks at every chain; one whose nodes do not answer keeps what was measured before. */
  @Scheduled(fixedDelayString = "${settlement.gas.finality-interval:30s}")
  void measure() {
    for (ChainName chain : nodes.chains()) {
      try {
        nodes.of(chain).ifPresent(this::measure);
      } catch (ChainException later) {
        log.atDebug().addKeyValue("chain", chain).log("not measured: {}", later.getMessage());
      }
    }
  }

  private void measure(EvmReader reader) {
    BlockRef latest = reader.head(FinalityTag.LATEST);
    BlockRef finalised = reader.head(reader.settings().finality());
    long blocks = Math.min(BLOCKS, latest.number());
    if (blocks > 0) {
      BlockRef earlier = reader.blocks(List.of(latest.number() - blocks)).getFirst();
      paces.put(
          reader.settings().name(),
          new Pace(
              Duration.between(earlier.time(), latest.time()).dividedBy(blocks),
              Duration.between(finalised.time(), latest.time())));
    }
  }
}
