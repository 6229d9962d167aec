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
import io.settlement.relayer.account.OperatorAccounts;
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
  private final Set<EvmAddress> operators;
  private final Map<Hash, Map<TxId, ExecutionCost>> shares = new HashMap<>();

  private Costs(ChainSettings chain, Map<Hash, Receipt> receipts, Set<EvmAddress> operators) {
    this.chain = chain;
    this.receipts = receipts;
    this.operators = operators;
  }

  /**
   * Reads the receipts that are needed, in one batch.
   *
   * @param accounts says whose transactions cost the operator something
   * @throws ChainMoved when a receipt does not fit its log
   */
  static Costs of(EvmReader reader, OperatorAccounts accounts, List<ChainLog> logs) {
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
    ChainSettings chain = reader.settings();
    Set<EvmAddress> operators = receipts.isEmpty() ? Set.of() : accounts.of(chain.name());
    return new Costs(chain, receipts, operators);
  }

  /** What the message's part in the log's transaction cost. */
  ExecutionCost of(TxId txid, ChainLog log) {
    Receipt receipt = receipts.get(log.txHash());
    if (receipt == null) {
      throw new IllegalArgumentException(log + " is not of this range");
    }
    ExecutionCost cost = shares.computeIfAbsent(log.txHash(), hash -> sharesOf(receipt)).get(txid);
    return borne(cost == null ? nothing(receipt) : cost);
  }

  /** Where no account of the operator is known, nobody can be told from a stranger. */
  private ExecutionCost borne(ExecutionCost cost) {
    boolean stranger = !operators.isEmpty() && !operators.contains(cost.submitter());
    return new ExecutionCost(
        cost.chain(),
        cost.txHash(),
        cost.submitter(),
        cost.gasUsed(),
        cost.gasPrice(),
        cost.dataFee(),
        cost.fee(),
        stranger);
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
    return receipt.withLogs(
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
