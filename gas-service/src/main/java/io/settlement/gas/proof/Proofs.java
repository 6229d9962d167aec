// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.events.value.ChainName;
import io.settlement.gas.price.ChainNodes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Proves all chains, one after the other. Several instances may do so at once: what is proved is
 * the same, and it is told by whoever writes it down first.
 */
@Component
class Proofs {
  private static final Logger log = LoggerFactory.getLogger(Proofs.class);

  private final ChainNodes nodes;
  private final ChainProof proof;
  private final ProofTable table;
  private final Map<ChainName, Meters> meters = new ConcurrentHashMap<>();

  /** What is shown of a chain. */
  private record Meters(AtomicLong lag, AtomicLong failures, AtomicLong mismatches) {}

  Proofs(ChainNodes nodes, ChainProof proof, ProofTable table, MeterRegistry registry) {
    this.nodes = nodes;
    this.proof = proof;
    this.table = table;
    nodes.each(chain -> meters.put(chain, bind(chain, registry)));
  }

  private static Meters bind(ChainName chain, MeterRegistry registry) {
    Meters own = new Meters(new AtomicLong(), new AtomicLong(), new AtomicLong());
    gauge(registry, "settlement.gas.proof.lag", chain, own.lag());
    gauge(registry, "settlement.gas.proof.failures", chain, own.failures());
    gauge(registry, "settlement.gas.proof.mismatches", chain, own.mismatches());
    return own;
  }

  private static void gauge(MeterRegistry registry, String name, ChainName chain, AtomicLong of) {
    Gauge.builder(name, of, AtomicLong::get).tag("chain", chain.value()).register(registry);
  }

  @Scheduled(
      initialDelayString = "${settlement.gas.proof.interval:30s}",
      fixedDelayString = "${settlement.gas.proof.interval:30s}")
  void proveAll() {
    for (ChainName chain : nodes.chains()) {
      nodes.of(chain).ifPresent(reader -> prove(chain, reader.forPurpose("proof").agreed()));
    }
  }

  private void prove(ChainName chain, EvmReader reader) {
    Meters own = meters.get(chain);
    if (own == null) {
      return;
    }
    try {
      ChainProof.Reach reach = proof.prove(reader);
      own.lag().set(reach.head() - reach.proved());
      own.failures().set(0);
    } catch (ChainException e) {
      own.failures().incrementAndGet();
      log.atWarn().addKeyValue("chain", chain).log("not proved: {}", e.getMessage());
    } catch (RuntimeException e) {
      own.failures().incrementAndGet();
      log.atError().addKeyValue("chain", chain).setCause(e).log("not proved");
    }
    long differing =
        table.all().stream().filter(row -> row.chain().equals(chain) && row.differs()).count();
    own.mismatches().set(differing);
  }
}
