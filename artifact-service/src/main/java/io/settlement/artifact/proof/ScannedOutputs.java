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
 * Scans the set of unspent outputs for a vault's descriptor: branch 0 is paid by depositors, branch
 * 1 by the vault itself.
 */
@Component
class ScannedOutputs implements VaultOutputs {
  private final ChainNodes nodes;

  ScannedOutputs(ChainNodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public Optional<Holding> of(Primitive primitive) {
    String descriptor = primitive.descriptor();
    Optional<BitcoinReader> reader = nodes.bitcoin();
    if (descriptor == null || reader.isEmpty()) {
      return Optional.empty();
    }
    UnspentScan deposits = reader.get().unspentUnder(List.of(branch(descriptor, 0)));
    UnspentScan change = reader.get().unspentUnder(List.of(branch(descriptor, 1)));
    if (!deposits.block().equals(change.block())) {
      return Optional.empty(); // a block came in between: the next round sees one moment
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
