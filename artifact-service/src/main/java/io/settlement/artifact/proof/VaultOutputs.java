// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Primitive;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What a primitive holds on Bitcoin, as a Bitcoin node says. */
interface VaultOutputs {

  /**
   * One output that nobody has spent.
   *
   * @param change whether the vault paid it to itself; else somebody paid it in
   */
  record Held(Hash txid, long vout, BigInteger amount, boolean change) {

    String name() {
      return txid.hex().substring(2) + ":" + vout;
    }
  }

  /** Everything it holds at one block. */
  record Holding(long height, Hash block, List<Held> outputs) {
    /** Keeps its own copy. */
    public Holding {
      outputs = List.copyOf(outputs);
    }
  }

  /** Empty when nobody can say: no vault, no descriptor, or no Bitcoin nodes. */
  Optional<Holding> of(Primitive primitive);
}
