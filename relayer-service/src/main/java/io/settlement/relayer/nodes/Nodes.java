// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.WeightFactors;
import io.settlement.events.value.ChainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The chains of this process: those that are configured, and those that were told while it, or one
 * before it, ran. Whoever keeps something for each chain asks for {@link #each} of them, so that it
 * makes no difference when a chain comes. A node that is down fails its calls, not the process.
 */
public final class Nodes implements AutoCloseable {
  private final MeterRegistry meters;
  private final WeightFactors factors;
  private final Tracer tracer;
  private final Set<ChainName> configured;
  private final List<Consumer<EvmReader>> listeners = new CopyOnWriteArrayList<>();

  /** Replaced as a whole, so that readers need no lock. */
  private volatile Map<ChainName, EvmReader> readers = Map.of();

  /**
   * @param told those that are not configured; the others go by their configuration
   */
  Nodes(
      List<ChainSettings> configured,
      List<ChainSettings> told,
      MeterRegistry meters,
      WeightFactors factors,
      Tracer tracer) {
    this.meters = meters;
    this.factors = factors;
    this.tracer = tracer;
    this.configured =
        configured.stream().map(ChainSettings::name).collect(Collectors.toUnmodifiableSet());
    for (ChainSettings chain : configured) {
      if (!add(chain)) {
        throw new IllegalStateException("chain " + chain.name() + " is configured twice");
      }
    }
    told.forEach(this::add);
  }

  /** Reads this chain too from now on, unless it is read already; says whether it was not. */
  public synchronized boolean admit(ChainSettings chain) {
    if (!add(chain)) {
      return false;
    }
    EvmReader reader = reader(chain.name()).orElseThrow();
    listeners.forEach(listener -> listener.accept(reader));
    return true;
  }

  private synchronized boolean add(ChainSettings chain) {
    if (readers.containsKey(chain.name())) {
      return false;
    }
    Map<ChainName, EvmReader> more = new LinkedHashMap<>(readers);
    more.put(chain.name(), EvmReader.connect(chain, meters, factors, tracer));
    readers = more;
    return true;
  }

  /** Calls the listener for each chain: now for those that are read, later for those that come. */
  public synchronized void each(Consumer<EvmReader> listener) {
    readers.values().forEach(listener);
    listeners.add(listener);
  }

  /** Calls the listener for each chain that comes from now on. */
  public void onAdmitted(Consumer<EvmReader> listener) {
    listeners.add(listener);
  }

  /** Whether a chain is in {@code settlement.chains}. */
  public boolean isConfigured(ChainName chain) {
    return configured.contains(chain);
  }

  /** The reader of a chain; empty when the chain is not read here. */
  public Optional<EvmReader> reader(ChainName chain) {
    return Optional.ofNullable(readers.get(chain));
  }

  /** The operator's settings of a chain; empty when the chain is not read here. */
  public Optional<ChainSettings> settings(ChainName chain) {
    return reader(chain).map(EvmReader::settings);
  }

  /** All of them, in the order of the configuration, those that were told behind. */
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
