// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.position.LogKeeper;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.proof.VaultProof.Custody;
import io.settlement.chain.BlockRef;
import io.settlement.chain.EvmReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves one artifact: its contracts' logs are booked up to the newest final block of each chain,
 * then books, contracts, and the vault's outputs must say the same.
 */
@Component
class ReserveProof {
  private final ChainNodes nodes;
  private final LogKeeper logs;
  private final ContractProof contracts;
  private final PointsProof points;
  private final Reckoning reckoning;
  private final Vaults vaults;

  ReserveProof(
      ChainNodes nodes,
      LogKeeper logs,
      ContractProof contracts,
      PointsProof points,
      Reckoning reckoning,
      Vaults vaults) {
    this.nodes = nodes;
    this.logs = logs;
    this.contracts = contracts;
    this.points = points;
    this.reckoning = reckoning;
    this.vaults = vaults;
  }

  /**
   * What was found.
   *
   * @param lag final blocks whose logs are not booked yet, over all chains
   * @param custody null when nobody could say what the vault holds
   * @param findings what is not as it should be now; facts may be on their way
   */
  record Proof(
      Primitive primitive,
      List<ChainSupply> chains,
      long lag,
      Sums sums,
      @Nullable Custody custody,
      List<Finding> findings) {}

  Proof prove(Primitive primitive) {
    List<Finding> findings = new ArrayList<>();
    List<ChainSupply> chains = new ArrayList<>();
    long lag = 0;
    for (Deployment at : primitive.deployments()) {
      Optional<EvmReader> reader = nodes.of(at.chain());
      if (reader.isPresent()) {
        BlockRef head = ChainNodes.finalHead(reader.get());
        long upTo = logs.read(at, head, reader.get());
        lag += Math.max(0, head.number() - upTo);
        if (upTo == head.number()) {
          chains.add(contracts.prove(at, head, reader.get(), findings));
          points.prove(at, head, reader.get(), findings);
        }
      }
    }
    String artifact = primitive.artifact();
    reckoning.close(artifact);
    Sums sums = reckoning.sums(artifact);
    findings.addAll(reckoning.contradictions(artifact));
    if (sums.difference().signum() != 0) {
      findings.add(
          new Finding(
              "claims and custody",
              "claims exceed what is in custody by " + sums.difference() + ": " + sums));
    }
    Custody custody = vaults.prove(primitive, sums, findings).orElse(null);
    return new Proof(primitive, chains, lag, sums, custody, findings);
  }
}
