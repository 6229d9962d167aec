// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.chain.Receipt;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Divides a transaction's cost among the messages in it, by the rule of {@link ExecutionCost}: the
 * gas metered on chain, and an equal share of the rest. The first one to be metered finds every
 * account and slot cold that the others find warm (EIP-2929): what it used beyond the median of the
 * others, up to {@value #MOST_WARMING} gas, belongs to the rest. The machine refunds gas after
 * metering, so the metered sum may exceed the receipt; then the receipt is divided in proportion to
 * it. Either way divisions round down, the first message carries what rounding left, and the shares
 * add up to the receipt. Contracts that meter nothing (profile LEGACY) handle one message a
 * transaction, which carries all of it; whatever its handler adds from inside shares equally.
 */
public final class CostShares {
  /**
   * Gas, for what two dozen cold accounts and slots cost: nobody gets more than that paid by his
   * companions, however dear his handler is.
   */
  static final long MOST_WARMING = 50_000;

  private CostShares() {}

  /**
   * Each message's share, taken for one of the operator's; empty when the transaction moved none.
   * Only the contract that the transaction called is believed: handlers and receivers of refunds
   * run inside it and could emit look-alikes.
   */
  public static Map<TxId, ExecutionCost> of(ChainName chain, Receipt receipt) {
    Map<TxId, BigInteger> metered = levelled(metered(receipt.to(), receipt.logs()));
    Map<TxId, ExecutionCost> costs = new LinkedHashMap<>();
    divide(metered, BigInteger.valueOf(receipt.gasUsed().units()))
        .forEach(
            (txid, share) -> {
              Wei data = dataFee(receipt.dataFee(), metered.size(), costs.isEmpty());
              costs.put(txid, cost(chain, receipt, new Gas(share.longValueExact()), data));
            });
    return costs;
  }

  /**
   * Each message's part of the gas of a call that was tried, as {@link #of} would divide it, when
   * only some of its messages go: those left out take what was metered for them along, and their
   * part of the rest falls to the others; somebody is always the first.
   *
   * @param called the contract
   * @param used gas of the whole call
   * @param going those that go; one that metered nothing has no part
   */
  public static Map<TxId, Gas> ofTried(
      EvmAddress called, List<ChainLog> logs, Gas used, Set<TxId> going) {
    Map<TxId, BigInteger> metered = levelled(metered(called, logs));
    BigInteger total = BigInteger.valueOf(used.units());
    for (TxId txid : List.copyOf(metered.keySet())) {
      if (!going.contains(txid)) {
        total = total.subtract(metered.remove(txid));
      }
    }
    Map<TxId, Gas> shares = new LinkedHashMap<>();
    divide(metered, total.max(BigInteger.ZERO))
        .forEach((txid, share) -> shares.put(txid, new Gas(share.longValueExact())));
    return shares;
  }

  /** Nobody meters on chain whose bytes cost what: equal shares, the remainder to the first. */
  private static Wei dataFee(Wei all, int members, boolean first) {
    BigInteger[] parts = all.value().divideAndRemainder(BigInteger.valueOf(members));
    return new Wei(first ? parts[0].add(parts[1]) : parts[0]);
  }

  private static ExecutionCost cost(ChainName chain, Receipt receipt, Gas share, Wei dataFee) {
    return new ExecutionCost(
        chain,
        receipt.txHash(),
        receipt.from(),
        share,
        receipt.effectiveGasPrice(),
        dataFee,
        share.at(receipt.effectiveGasPrice()).plus(dataFee),
        false);
  }

  private static Map<TxId, BigInteger> metered(@Nullable EvmAddress called, List<ChainLog> logs) {
    Map<TxId, BigInteger> metered = new LinkedHashMap<>();
    for (ChainLog log : logs) {
      if (log.address().equals(called) && !log.topics().isEmpty()) {
        meter(log, metered);
      }
    }
    return metered;
  }

  /** The same without what the first one warmed for all. */
  private static Map<TxId, BigInteger> levelled(Map<TxId, BigInteger> metered) {
    if (metered.size() < 2) {
      return metered;
    }
    Map.Entry<TxId, BigInteger> first = metered.entrySet().iterator().next();
    List<BigInteger> others = metered.values().stream().skip(1).sorted().toList();
    BigInteger usual = others.get((others.size() - 1) / 2);
    BigInteger warming =
        first.getValue().subtract(usual).max(BigInteger.ZERO).min(BigInteger.valueOf(MOST_WARMING));
    metered.put(first.getKey(), first.getValue().subtract(warming));
    return metered;
  }

  private static void meter(ChainLog log, Map<TxId, BigInteger> metered) {
    Hash kind = log.topics().getFirst();
    if (kind.equals(SettlementAbi.MESSAGE_GAS)) {
      SettlementAbi.MeteredGas gas = SettlementAbi.meteredGas(log);
      metered.merge(gas.txid(), BigInteger.valueOf(gas.gas().units()), BigInteger::add);
    } else if (kind.equals(SettlementAbi.SKIPPED)) {
      SettlementAbi.Skipped skipped = SettlementAbi.skipped(log);
      metered.merge(skipped.txid(), BigInteger.valueOf(skipped.gas().units()), BigInteger::add);
    } else if (tellsAnOutcome(log, kind)) {
      metered.merge(AbiReader.txid(log), BigInteger.ZERO, BigInteger::add);
    } else if (kind.equals(GasServiceAbi.REFUNDED)) {
      metered.merge(GasServiceAbi.refunded(log).txid(), BigInteger.ZERO, BigInteger::add);
    }
  }

  private static boolean tellsAnOutcome(ChainLog log, Hash kind) {
    return log.topics().size() > 1
        && (kind.equals(SettlementAbi.HANDLE_RESULT) || kind.equals(SettlementAbi.RESULT));
  }

  private static Map<TxId, BigInteger> divide(Map<TxId, BigInteger> metered, BigInteger total) {
    if (metered.isEmpty()) {
      return metered;
    }
    BigInteger sum = metered.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger rest = total.subtract(sum);
    BigInteger members = BigInteger.valueOf(metered.size());
    Map<TxId, BigInteger> shares = new LinkedHashMap<>();
    metered.forEach(
        (txid, gas) ->
            shares.put(
                txid,
                rest.signum() < 0
                    ? gas.multiply(total).divide(sum)
                    : gas.add(rest.divide(members))));
    BigInteger given = shares.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    TxId first = shares.keySet().iterator().next();
    shares.merge(first, total.subtract(given), BigInteger::add);
    return shares;
  }
}
