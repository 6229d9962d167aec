// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.proof.VaultProof.Custody;
import io.settlement.chain.ChainException;
import io.settlement.events.value.HandlerId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for what a vault holds; a Bitcoin node that does not answer holds up no other proof. */
@Component
class Vaults {
  private static final Logger log = LoggerFactory.getLogger(Vaults.class);

  private final VaultOutputs outputs;
  private final VaultProof proof;

  Vaults(VaultOutputs outputs, VaultProof proof) {
    this.outputs = outputs;
    this.proof = proof;
  }

  Optional<Custody> prove(Primitive primitive, Sums sums, List<Finding> findings) {
    HandlerId vault = primitive.vault();
    if (vault == null) {
      return Optional.empty();
    }
    try {
      return outputs
          .of(primitive)
          .map(holding -> proof.prove(primitive, vault, holding, sums, findings));
    } catch (ChainException e) {
      log.atWarn()
          .addKeyValue("primitive", primitive.id())
          .log("the vault's outputs are not proved: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
