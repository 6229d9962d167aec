// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** This service's own nodes, one reader for each configured chain. */
@Component
public class ChainNodes implements DisposableBean {
  private final Map<ChainName, EvmReader> readers = new LinkedHashMap<>();

  @Autowired
  ChainNodes(ChainsSettings settings, MeterRegistry meters) {
    this(settings.chains(), meters);
  }

  private ChainNodes(List<ChainSettings> chains, MeterRegistry meters) {
    for (ChainSettings chain : chains) {
      readers.put(chain.name(), EvmReader.connect(chain, meters));
    }
  }

  /** Nodes of these chains. */
  public static ChainNodes of(List<ChainSettings> chains, MeterRegistry meters) {
    return new ChainNodes(chains, meters);
  }

  /** The chains that are configured. */
  public Set<ChainName> chains() {
    return readers.keySet();
  }

  /** The reader of a chain, if it is configured. */
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
