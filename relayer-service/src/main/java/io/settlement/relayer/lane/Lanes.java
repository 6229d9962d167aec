// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import io.settlement.relayer.nodes.Nodes;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** The lanes of this courier, by chain. */
final class Lanes {
  private final Map<LaneId, Lane> lanes = new LinkedHashMap<>();
  private final Map<ChainName, Integer> perChain = new LinkedHashMap<>();

  private Lanes(Collection<Lane> lanes) {
    for (Lane lane : lanes) {
      this.lanes.put(lane.id(), lane);
      if (!lane.isTreasury()) {
        this.perChain.merge(lane.id().chain(), 1, Integer::sum);
      }
    }
  }

  /** Opens the keys; a chain that could not be delivered to stops the start. */
  static Lanes open(LaneKeySettings settings, Nodes nodes, Function<String, SSLContext> tls) {
    Map<LaneId, Lane> lanes = new LinkedHashMap<>();
    Map<ChainName, Integer> next = new LinkedHashMap<>();
    for (LaneKeySettings.LaneKey key : settings.lanes()) {
      LaneId id = new LaneId(key.chain(), next.merge(key.chain(), 1, Integer::sum) - 1);
      lanes.put(id, new Lane(id, key.source().open(tls), reader(id, nodes)));
    }
    for (LaneKeySettings.Treasury treasury : settings.treasuries()) {
      LaneId id = new LaneId(treasury.chain(), Lane.TREASURY);
      Lane lane = new Lane(id, treasury.source().open(tls), reader(id, nodes));
      if (lanes.put(id, lane) != null) {
        throw new IllegalStateException(treasury.chain() + " has two treasuries");
      }
    }
    for (EvmReader chain : nodes.all()) {
      if (!next.containsKey(chain.settings().name())) {
        throw new IllegalStateException(
            "the courier has no lane on "
                + chain.settings().name()
                + ": name a submitter key in settlement.relayer.lanes");
      }
    }
    return new Lanes(lanes.values());
  }

  private static EvmReader reader(LaneId lane, Nodes nodes) {
    return nodes
        .reader(lane.chain())
        .map(reader -> reader.forPurpose("lane"))
        .orElseThrow(() -> new IllegalStateException("lane on unknown chain " + lane.chain()));
  }

  /**
   * The lane to be woken for a message on a chain: any lane of the chain may take it, this one is
   * asked first. Empty when this courier does not serve the chain.
   */
  Optional<LaneId> of(ChainName chain, TxId txid) {
    return Optional.ofNullable(perChain.get(chain))
        .map(
            count ->
                new LaneId(chain, txid.toBigInteger().mod(BigInteger.valueOf(count)).intValue()));
  }

  boolean serves(ChainName chain) {
    return perChain.containsKey(chain);
  }

  Optional<Lane> lane(LaneId id) {
    return Optional.ofNullable(lanes.get(id));
  }

  List<Lane> all() {
    return List.copyOf(lanes.values());
  }
}
