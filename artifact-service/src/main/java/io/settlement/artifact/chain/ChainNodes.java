// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.chain;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.settlement.chain.AdmittedChains;
import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.WeightFactors;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.events.value.ChainName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One reader for each configured chain, and for each that was admitted since, its providers in
 * agreement.
 */
@Component
public class ChainNodes implements AdmittedChains.Readers, DisposableBean {
  private final MeterRegistry meters;
  private final Tracer tracer;

  /** Replaced as a whole, so that readers need no lock. */
  private volatile Map<ChainName, EvmReader> readers = Map.of();

  private final @Nullable BitcoinReader bitcoin;

  ChainNodes(ChainsSettings settings, MeterRegistry meters, Tracer tracer) {
    this.meters = meters;
    this.tracer = tracer;
    bitcoin =
        settings.bitcoin() == null || settings.bitcoin().providers().isEmpty()
            ? null
            : BitcoinReader.connect(settings.bitcoin(), meters);
    settings.chains().forEach(this::admit);
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
    return true;
  }

  /** The reader of a chain, if it is read. */
  public Optional<EvmReader> of(ChainName chain) {
    return Optional.ofNullable(readers.get(chain))
        .map(reader -> reader.forPurpose("artifacts").agreed());
  }

  /** The Bitcoin nodes, if there are any. */
  public Optional<BitcoinReader> bitcoin() {
    return Optional.ofNullable(bitcoin);
  }

  /** The newest block that is final for everything. */
  public static BlockRef finalHead(EvmReader reader) {
    int confirmations = reader.settings().confirmations();
    if (confirmations == 0) {
      return reader.head(reader.settings().finality());
    }
    BlockRef latest = reader.head(FinalityTag.LATEST);
    long number = Math.max(0, latest.number() - confirmations + 1);
    return reader.blocks(List.of(number)).getFirst();
  }

  @Override
  public void destroy() {
    readers.values().forEach(EvmReader::close);
    if (bitcoin != null) {
      bitcoin.close();
    }
  }
}
