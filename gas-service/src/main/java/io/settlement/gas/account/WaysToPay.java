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
import io.settlement.gas.quote.PayableQuotes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where what a message lacks can be paid. */
@Component
class WaysToPay {
  private static final String TOP_UP = "top_up(uint256)";
  private static final String QUOTED =
      "prepay_quoted((bytes32,uint256,address,uint256,bytes32,bytes32,uint64),bytes)";

  private final BlockTimes chains;
  private final Policies policies;
  private final PayableQuotes quotes;

  WaysToPay(BlockTimes chains, Policies policies, PayableQuotes quotes) {
    this.chains = chains;
    this.policies = policies;
    this.quotes = quotes;
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

  /** GAS or QUOTE while it is short; null otherwise. */
  @Nullable String waitsFor(GasAccount account) {
    Wei missing = account.missing().orElse(null);
    if (missing == null) {
      return null;
    }
    return missing.isZero() || isQuoteWanted(account) ? "QUOTE" : "GAS";
  }

  private boolean isQuoteWanted(GasAccount account) {
    Sent sent = account.money.sent();
    return sent != null && policies.isQuoteWanted(sent.route());
  }

  /**
   * On the source chain and on the destination; none when nothing is missing. Where a quote is
   * wanted plain payments do not help: on the message's quote, as long as that stands.
   */
  List<WayToPay> of(GasAccount account) {
    Sent sent = account.money.sent();
    Terms asked = account.terms;
    if (sent == null || asked == null || account.missing().isEmpty()) {
      return List.of();
    }
    return policies.isQuoteWanted(sent.route())
        ? quotes.of(account.txid).map(payment -> onQuote(sent, payment)).stream().toList()
        : topUps(account, sent, asked);
  }

  private static WayToPay onQuote(Sent sent, PayableQuotes.Payment payment) {
    return new WayToPay(
        sent.source(),
        payment.vault(),
        payment.amount(),
        QUOTED,
        payment.calldata(),
        payment.payer().hex());
  }

  private List<WayToPay> topUps(GasAccount account, Sent sent, Terms asked) {
    Wei missing = account.missing().orElse(Wei.ZERO);
    if (missing.isZero()) {
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
                    chain, vault, amount, TOP_UP, Hex.encode(GasServiceAbi.topUp(txid)), account));
  }
}
