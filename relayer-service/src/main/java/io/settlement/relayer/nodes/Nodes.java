// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * One reader for each configured chain, and for each that was admitted since. A node that is down
 * fails its calls, not the process.
 */
public final class Nodes implements AutoCloseable {
  private final MeterRegistry meters;
  private final List<Consumer<EvmReader>> listeners = new CopyOnWriteArrayList<>();

  /** Replaced as a whole, so that readers need no lock. */
  private volatile Map<ChainName, EvmReader> readers = Map.of();

  Nodes(List<ChainSettings> chains, MeterRegistry meters) {
    this.meters = meters;
    for (ChainSettings chain : chains) {
      if (!add(chain)) {
        throw new IllegalStateException("chain " + chain.name() + " is configured twice");
      }
    }
  }

  /** Reads this chain too from now on, unless it is read already. */
  void admit(ChainSettings chain) {
    if (add(chain)) {
      EvmReader reader = reader(chain.name()).orElseThrow();
      listeners.forEach(listener -> listener.accept(reader));
    }
  }

  private synchronized boolean add(ChainSettings chain) {
    if (readers.containsKey(chain.name())) {
      return false;
    }
    Map<ChainName, EvmReader> more = new LinkedHashMap<>(readers);
    more.put(chain.name(), EvmReader.connect(chain, meters));
    readers = more;
    return true;
  }

  /** Calls the listener for each chain that is admitted from now on. */
  public void onAdmitted(Consumer<EvmReader> listener) {
    listeners.add(listener);
  }

  /** The reader of a chain; empty when the chain is not read here. */
  public Optional<EvmReader> reader(ChainName chain) {
    return Optional.ofNullable(readers.get(chain));
  }

  /** The operator's settings of a chain; empty when the chain is not read here. */
  public Optional<ChainSettings> settings(ChainName chain) {
    return reader(chain).map(EvmReader::settings);
  }

  /** All of them, in the order of the configuration, those admitted since behind. */
  public List<EvmReader> all() {
    return List.copyOf(readers.values());
  }

  @Override
  public void close() {
    for (EvmReader reader : readers.values()) {
      reader.close();
    }
  }
}
