// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Terms;
import io.settlement.gas.price.BlockTimes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where what a message lacks can be paid. */
@Component
class WaysToPay {
  private final BlockTimes chains;

  WaysToPay(BlockTimes chains) {
    this.chains = chains;
  }

  /**
   * One of them; each alone is enough.
   *
   * @param amount wei of this chain, to be sent along
   * @param call the vault's function
   * @param data its calldata, ready to be sent
   * @param account whose account it is paid into, and gets back what is left
   */
  record WayToPay(
      ChainName chain, EvmAddress vault, Wei amount, String call, String data, String account) {}

  /** On the source chain and on the destination; none when nothing is missing. */
  List<WayToPay> of(GasAccount account) {
    Sent sent = account.money.sent();
    Terms asked = account.terms;
    Wei missing = account.missing().orElse(Wei.ZERO);
    if (sent == null || asked == null || missing.isZero()) {
      return List.of();
    }
    Wei there = Exchange.enough(asked.rates(), missing);
    return Stream.of(
            way(sent.source(), account.txid, missing, sent.sender().hex()),
            sent.source().equals(sent.destination())
                ? Optional.<WayToPay>empty()
                : way(sent.destination(), account.txid, there, "whoever pays"))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<WayToPay> way(ChainName chain, TxId txid, Wei amount, String account) {
    return chains
        .settingsOf(chain)
        .map(ChainSettings::gasService)
        .filter(vault -> !vault.equals(ChainSettings.NOWHERE))
        .map(
            vault ->
                new WayToPay(
                    chain,
                    vault,
                    amount,
                    "top_up(uint256)",
                    Hex.encode(GasServiceAbi.topUp(txid)),
                    account));
  }
}
