// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of this courier, by chain; a chain that comes later opens its own then. */
final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final LaneKeys keys;
  private final List<Consumer<Lane>> listeners = new CopyOnWriteArrayList<>();

  /** Both are replaced as a whole, so that readers need no lock. */
  private volatile Map<LaneId, Lane> lanes = Map.of();

  private volatile Map<ChainName, Integer> perChain = Map.of();

  Lanes(LaneKeys keys) {
    this.keys = keys;
  }

  /** Opens what there are keys for on this chain; says whether messages can be carried there. */
  synchronized boolean open(EvmReader chain) {
    EvmReader reader = chain.forPurpose("lane");
    List<Lane> its = keys.lanesOn(reader);
    Map<LaneId, Lane> more = new LinkedHashMap<>(lanes);
    its.forEach(lane -> more.put(lane.id(), lane));
    lanes = more;
    int carriers = (int) its.stream().filter(lane -> !lane.isTreasury()).count();
    ChainName name = chain.settings().name();
    if (carriers > 0) {
      Map<ChainName, Integer> counts = new LinkedHashMap<>(perChain);
      counts.put(name, carriers);
      perChain = counts;
    } else {
      log.atError()
          .addKeyValue("chain", name)
          .log(
              "no lane: name a key in settlement.relayer.lanes or"
                  + " settlement.relayer.lane-patterns");
    }
    its.forEach(lane -> listeners.forEach(listener -> listener.accept(lane)));
    return carriers > 0;
  }

  /** Calls the listener for each lane that is opened from now on. */
  void onOpened(Consumer<Lane> listener) {
    listeners.add(listener);
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
