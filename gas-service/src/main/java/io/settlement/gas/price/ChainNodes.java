// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.settlement.chain.AdmittedChains;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.WeightFactors;
import io.settlement.events.value.ChainName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * This service's own nodes: one reader for each configured chain, and for each that was admitted
 * since. Whoever keeps something for each chain asks for it with {@link #each}; nobody else may
 * count on their number.
 */
@Component
public class ChainNodes implements AdmittedChains.Readers, DisposableBean {
  private final MeterRegistry meters;
  private final Tracer tracer;
  private final List<Consumer<ChainName>> listeners = new ArrayList<>();

  /** Replaced as a whole, so that readers need no lock. */
  private volatile Map<ChainName, EvmReader> readers = Map.of();

  @Autowired
  ChainNodes(ChainsSettings settings, MeterRegistry meters, Tracer tracer) {
    this(settings.chains(), meters, tracer);
  }

  private ChainNodes(List<ChainSettings> chains, MeterRegistry meters, Tracer tracer) {
    this.meters = meters;
    this.tracer = tracer;
    chains.forEach(this::admit);
  }

  /** Nodes of these chains, untraced. */
  public static ChainNodes of(List<ChainSettings> chains, MeterRegistry meters) {
    return new ChainNodes(chains, meters, TracerProvider.noop().get("io.settlement"));
  }

  @Override
  public final boolean reads(ChainName chain) {
    return readers.containsKey(chain);
  }

  @Override
  public final synchronized boolean admit(ChainSettings chain) {
    if (reads(chain.name())) {
      return false;
    }
    Map<ChainName, EvmReader> more = new LinkedHashMap<>(readers);
    more.put(chain.name(), EvmReader.connect(chain, meters, WeightFactors.NONE, tracer));
    readers = Collections.unmodifiableMap(more);
    listeners.forEach(listener -> listener.accept(chain.name()));
    return true;
  }

  /** Calls the listener for each chain that is read, and for each that will be, once. */
  public synchronized void each(Consumer<ChainName> listener) {
    readers.keySet().forEach(listener);
    listeners.add(listener);
  }

  /** The chains that are read now, those admitted since the start last. */
  public Set<ChainName> chains() {
    return readers.keySet();
  }

  /** The reader of a chain, if it is read. */
  public Optional<EvmReader> of(ChainName chain) {
    return Optional.ofNullable(readers.get(chain));
  }

  @Override
  public void destroy() {
    for (EvmReader reader : readers.values()) {
      reader.close();
    }
  }
}
