// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.Vaults;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a validator says of Bitcoin. */
public final class TestWitness {
  private TestWitness() {}

  /** By its own nodes, its own database and, where it holds a key, its own word. */
  public static BitcoinWitness of(
      BitcoinReader reader, Vaults vaults, JdbcClient jdbc, Optional<PaymentPromise> promise) {
    AddressTable addresses = new AddressTable(jdbc, vaults.network());
    return new OwnBitcoin(
        reader,
        new BlockReading(vaults, addresses),
        new PaymentCheck(vaults, new PaidOutputs(jdbc), promise));
  }
}
