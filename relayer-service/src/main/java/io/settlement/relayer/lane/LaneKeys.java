// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.chain.keys.SubmitterKey;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.LaneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** The keys of this courier, opened once: a key that cannot be read stops the start. */
final class LaneKeys {
  private final Map<ChainName, List<SubmitterKey>> ofChains = new LinkedHashMap<>();
  private final List<SubmitterKey> ofAnyChain;
  private final Map<ChainName, SubmitterKey> treasuries = new LinkedHashMap<>();

  private LaneKeys(List<SubmitterKey> ofAnyChain) {
    this.ofAnyChain = ofAnyChain;
  }

  /** Opens them. */
  static LaneKeys open(LaneKeySettings settings, Function<String, SSLContext> tls) {
    LaneKeys keys =
        new LaneKeys(
            settings.lanePatterns().stream().map(pattern -> pattern.source().open(tls)).toList());
    for (LaneKeySettings.LaneKey key : settings.lanes()) {
      keys.ofChains
          .computeIfAbsent(key.chain(), any -> new ArrayList<>())
          .add(key.source().open(tls));
    }
    for (LaneKeySettings.Treasury treasury : settings.treasuries()) {
      if (keys.treasuries.put(treasury.chain(), treasury.source().open(tls)) != null) {
        throw new IllegalStateException(treasury.chain() + " has two treasuries");
      }
    }
    return keys;
  }

  /** Chains that some key is named for. */
  Set<ChainName> chains() {
    Set<ChainName> chains = new HashSet<>(ofChains.keySet());
    chains.addAll(treasuries.keySet());
    return chains;
  }

  /** The lanes of a chain: of its own keys, else of those that are for any chain. */
  List<Lane> lanesOn(EvmReader chain) {
    ChainName name = chain.settings().name();
    List<SubmitterKey> carriers = ofChains.getOrDefault(name, ofAnyChain);
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < carriers.size(); i++) {
      lanes.add(new Lane(new LaneId(name, i), carriers.get(i), chain));
    }
    SubmitterKey treasury = treasuries.get(name);
    if (treasury != null) {
      lanes.add(new Lane(new LaneId(name, Lane.TREASURY), treasury, chain));
    }
    return lanes;
  }
}
