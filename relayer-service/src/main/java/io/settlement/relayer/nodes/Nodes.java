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

/** One reader for each configured chain. A node that is down fails its calls, not the process. */
public final class Nodes implements AutoCloseable {
  private final Map<ChainName, EvmReader> readers = new LinkedHashMap<>();

  Nodes(List<ChainSettings> chains, MeterRegistry meters) {
    for (ChainSettings chain : chains) {
      if (readers.put(chain.name(), EvmReader.connect(chain, meters)) != null) {
        throw new IllegalStateException("chain " + chain.name() + " is configured twice");
      }
    }
  }

  /** The reader of a chain; empty when the chain is not configured here. */
  public Optional<EvmReader> reader(ChainName chain) {
    return Optional.ofNullable(readers.get(chain));
  }

  /** The operator's settings of a chain; empty when the chain is not configured here. */
  public Optional<ChainSettings> settings(ChainName chain) {
    return reader(chain).map(EvmReader::settings);
  }

  /** All of them, in the order of the configuration. */
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
