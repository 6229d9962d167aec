// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.chain.bitcoin.UnspentScan;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Scans the set of unspent outputs for a vault's descriptor, whatever its coins are locked with:
 * branch 0 is paid by depositors, branch 1 by the vault itself.
 */
@Component
class ScannedOutputs implements VaultOutputs {
  private final ChainNodes nodes;
  private final VaultReach reach;

  ScannedOutputs(ChainNodes nodes, VaultReach reach) {
    this.nodes = nodes;
    this.reach = reach;
  }

  @Override
  public Optional<Holding> of(Primitive primitive) {
    String descriptor = primitive.descriptor();
    return descriptor == null
        ? Optional.empty()
        : nodes
            .bitcoin()
            .flatMap(reader -> scan(reader, descriptor, reach.lastIndex(primitive.vault())));
  }

  /** Empty when a block came in between: the next round sees one moment. */
  static Optional<Holding> scan(BitcoinReader reader, String descriptor, int lastIndex) {
    UnspentScan deposits = reader.unspentUnder(List.of(branch(descriptor, 0)), lastIndex);
    UnspentScan change = reader.unspentUnder(List.of(branch(descriptor, 1)), lastIndex);
    if (!deposits.block().equals(change.block())) {
      return Optional.empty();
    }
    List<Held> held = new ArrayList<>();
    deposits.outputs().forEach(output -> held.add(held(output, false)));
    change.outputs().forEach(output -> held.add(held(output, true)));
    return Optional.of(new Holding(deposits.height(), deposits.block(), held));
  }

  private static Held held(UnspentOutput unspent, boolean change) {
    return new Held(
        unspent.output().outpoint().txid(),
        unspent.output().outpoint().vout(),
        BigInteger.valueOf(unspent.output().sats()),
        change);
  }

  /** Without its checksum, which is one of the whole text. */
  static String branch(String descriptor, int branch) {
    int checksum = descriptor.indexOf('#');
    String text = checksum < 0 ? descriptor : descriptor.substring(0, checksum);
    return text.replace("/<0;1>/*", "/0/*").replace("/0/*", "/" + branch + "/*");
  }
}
