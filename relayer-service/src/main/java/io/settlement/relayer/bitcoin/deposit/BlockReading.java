// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinBlock;
import io.settlement.chain.bitcoin.BitcoinOutput;
import io.settlement.chain.bitcoin.BitcoinTransaction;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.LogRef;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what pays a vault in a block; observer and validators read alike. */
final class BlockReading {
  private static final Logger log = LoggerFactory.getLogger(BlockReading.class);

  /** Nobody may spend what was mined before so many blocks stand. */
  private static final int MATURITY = 100;

  /** Outputs of P2WSH: version 0, a hash of 32 bytes. */
  private static final String P2WSH = "0x0020";

  private final Vaults vaults;
  private final AddressTable addresses;

  BlockReading(Vaults vaults, AddressTable addresses) {
    this.vaults = vaults;
    this.addresses = addresses;
  }

  /** In the block's order. */
  List<Sighting> of(BitcoinBlock block) {
    Map<String, VaultAddress> ours =
        addresses.among(scripts(block)).stream()
            .collect(Collectors.toMap(VaultAddress::script, Function.identity()));
    List<Sighting> seen = new ArrayList<>();
    for (int place = 0; place < block.transactions().size(); place++) {
      for (BitcoinOutput output : block.transactions().get(place).outputs()) {
        VaultAddress address = ours.get(output.script());
        if (address != null) {
          int at = place;
          vaults
              .find(address.vault())
              .ifPresent(vault -> seen.add(sighting(vault, address, block, at, output)));
        }
      }
    }
    return seen;
  }

  private static Set<String> scripts(BitcoinBlock block) {
    return block.transactions().stream()
        .map(BitcoinTransaction::outputs)
        .flatMap(List::stream)
        .map(BitcoinOutput::script)
        .filter(script -> script.startsWith(P2WSH))
        .collect(Collectors.toSet());
  }

  private Sighting sighting(
      Vault vault, VaultAddress address, BitcoinBlock block, int place, BitcoinOutput output) {
    int confirmations = vault.settings().confirmationsOf(output.sats());
    return new Sighting(
        vault,
        address,
        output,
        new LogRef(
            vaults.chain(),
            block.header().height(),
            block.header().hash(),
            block.header().time(),
            output.outpoint().txid(),
            output.outpoint().vout()),
        place == 0 ? Math.max(MATURITY, confirmations) : confirmations,
        message(vault, address.owner(), block, place, output));
  }

  private @Nullable CrossChainMessage message(
      Vault vault, @Nullable Owner owner, BitcoinBlock block, int place, BitcoinOutput output) {
    if (owner == null || output.sats() < vault.settings().minimum()) {
      return null;
    }
    try {
      return DepositMessages.of(vault, owner, vaults.network(), block, place, output);
    } catch (InvalidValue unnumbered) {
      log.atError()
          .addKeyValue("output", output.outpoint())
          .log("ALARM: a deposit cannot be told: {}", unnumbered.getMessage());
      return null;
    }
  }
}
