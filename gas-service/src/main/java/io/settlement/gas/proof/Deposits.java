// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.MinedTransaction;
import io.settlement.chain.Receipt;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Books payments into keys that nobody logs, when an operator names their transaction: a treasury
 * that was filled up. What is booked is what the chain says, never what the operator says.
 */
@Component
class Deposits {
  private static final Logger log = LoggerFactory.getLogger(Deposits.class);

  private final EntryTable entries;
  private final AccountTable accounts;
  private final ChainNodes nodes;

  Deposits(EntryTable entries, AccountTable accounts, ChainNodes nodes) {
    this.entries = entries;
    this.accounts = accounts;
    this.nodes = nodes;
  }

  /**
   * Once, however often it is asked for.
   *
   * @throws Problem when the transaction is not known, failed, is not final, or paid no key from
   *     outside
   */
  void book(ChainName chain, Hash txHash) {
    EvmReader reader =
        nodes
            .of(chain)
            .orElseThrow(() -> Problem.notFound("unknown-chain", "no chain " + chain))
            .forPurpose("proof")
            .agreed();
    try {
      entries.add(List.of(entry(reader, txHash)));
    } catch (ChainException e) {
      throw Problem.unavailable("chain-unavailable", "no node tells of " + txHash);
    }
    log.atInfo()
        .addKeyValue("chain", chain)
        .addKeyValue("txHash", txHash)
        .log("an operator booked a deposit");
  }

  private Entry entry(EvmReader reader, Hash txHash) {
    Receipt receipt = reader.receipts(List.of(txHash)).get(txHash);
    if (receipt == null || !receipt.success()) {
      throw Problem.unprocessable("no-deposit", "there is no successful transaction " + txHash);
    }
    if (receipt.blockNumber() > ChainProof.finalHead(reader).number()) {
      throw Problem.conflict("not-final", "the transaction is not final yet");
    }
    MinedTransaction transaction =
        reader.transactionsIn(receipt.blockNumber()).stream()
            .filter(one -> one.hash().equals(txHash))
            .findFirst()
            .orElseThrow(
                () -> Problem.unavailable("chain-unavailable", "its block does not show it"));
    Set<EvmAddress> keys =
        accounts.of(reader.settings().name()).stream()
            .filter(account -> !account.isVault())
            .map(Account::address)
            .collect(Collectors.toSet());
    EvmAddress to = transaction.to();
    if (to == null || !keys.contains(to) || keys.contains(transaction.from())) {
      throw Problem.unprocessable("no-deposit", "it pays no key from outside");
    }
    return new Entry(
        reader.settings().name(),
        to,
        Entry.Cause.DEPOSIT,
        transaction.value().value(),
        transaction.value().value(),
        new Entry.Place(receipt.blockNumber(), receipt.blockHash(), txHash, -1),
        null,
        null,
        null);
  }
}
