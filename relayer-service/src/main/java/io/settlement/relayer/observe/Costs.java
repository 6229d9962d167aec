// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.CostShares;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the transactions of a range cost, shared among the messages they carried. Only logs of the
 * chain's own contracts take part: a stranger's contract in the same transaction cannot shift
 * shares.
 */
final class Costs {
  private final ChainSettings chain;
  private final Map<Hash, Receipt> receipts;
  private final Map<Hash, Map<TxId, ExecutionCost>> shares = new HashMap<>();

  private Costs(ChainSettings chain, Map<Hash, Receipt> receipts) {
    this.chain = chain;
    this.receipts = receipts;
  }

  /**
   * Reads the receipts that are needed, in one batch.
   *
   * @throws ChainMoved when a receipt does not fit its log
   */
  static Costs of(EvmReader reader, List<ChainLog> logs) {
    Set<Hash> transactions =
        logs.stream()
            .filter(ChainLogs::hasCost)
            .map(ChainLog::txHash)
            .collect(Collectors.toUnmodifiableSet());
    Map<Hash, Receipt> receipts = transactions.isEmpty() ? Map.of() : reader.receipts(transactions);
    for (ChainLog log : logs) {
      Receipt receipt = receipts.get(log.txHash());
      if (ChainLogs.hasCost(log)
          && (receipt == null || !receipt.blockHash().equals(log.blockHash()))) {
        throw new ChainMoved("the receipt of " + log.txHash() + " is gone or of another block");
      }
    }
    return new Costs(reader.settings(), receipts);
  }

  /** What the message's part in the log's transaction cost. */
  ExecutionCost of(TxId txid, ChainLog log) {
    Receipt receipt = receipts.get(log.txHash());
    if (receipt == null) {
      throw new IllegalArgumentException(log + " is not of this range");
    }
    ExecutionCost cost = shares.computeIfAbsent(log.txHash(), hash -> sharesOf(receipt)).get(txid);
    return cost == null ? nothing(receipt) : cost;
  }

  private Map<TxId, ExecutionCost> sharesOf(Receipt receipt) {
    try {
      return CostShares.of(chain.name(), ownLogsOf(receipt));
    } catch (InvalidValue unreadable) {
      return Map.of();
    }
  }

  private Receipt ownLogsOf(Receipt receipt) {
    List<EvmAddress> own = List.of(chain.settlement(), chain.gasService());
    return new Receipt(
        receipt.txHash(),
        receipt.blockNumber(),
        receipt.blockHash(),
        receipt.success(),
        receipt.from(),
        receipt.to(),
        receipt.gasUsed(),
        receipt.effectiveGasPrice(),
        receipt.logs().stream().filter(log -> own.contains(log.address())).toList());
  }

  /** A transaction that cannot be shared out is not charged to anybody. */
  private ExecutionCost nothing(Receipt receipt) {
    return new ExecutionCost(
        chain.name(),
        receipt.txHash(),
        receipt.from(),
        new Gas(0),
        receipt.effectiveGasPrice(),
        Wei.ZERO);
  }
}
