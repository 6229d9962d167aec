// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the logs around an artifact are written. */
final class ArtifactTopics {
  /** CrossChainTxStatus. */
  private static final int SETTLED = 3;

  private static final int FAILED = 4;

  private static final Map<Hash, Kind> KINDS = kinds();
  static final List<Hash> ALL = List.copyOf(KINDS.keySet());

  /** How a kind is read, and how many topics it has. */
  private record Kind(int topics, Function<Log, ArtifactLog> read) {}

  /** A log whose number of topics is as its kind has it. */
  private record Log(ChainLog log, AbiReader data) {
    EvmAddress account(int topic) {
      return AbiReader.address(log, topic);
    }

    Hash topic(int topic) {
      return log.topics().get(topic);
    }

    TxId txid() {
      return AbiReader.txid(log);
    }

    int leg(int topic) {
      return new AbiReader("leg", topic(topic).bytes()).small(0);
    }

    TokenAmount amount(int place) {
      return new TokenAmount(data.uint(place));
    }
  }

  private ArtifactTopics() {}

  static ArtifactLog read(ChainLog log) {
    Kind kind = log.topics().isEmpty() ? null : KINDS.get(log.topics().getFirst());
    if (kind == null || log.topics().size() != kind.topics()) {
      throw new InvalidValue("artifact log", log.toString());
    }
    return kind.read().apply(new Log(log, new AbiReader("artifact log", log.data())));
  }

  private static Map<Hash, Kind> kinds() {
    Map<Hash, Kind> kinds = new LinkedHashMap<>();
    deposits(kinds);
    withdrawals(kinds);
    positions(kinds);
    baskets(kinds);
    return kinds;
  }

  private static void add(
      Map<Hash, Kind> kinds, String signature, int topics, Function<Log, ArtifactLog> read) {
    kinds.put(Keccak.topic(signature), new Kind(topics, read));
  }

  private static void deposits(Map<Hash, Kind> kinds) {
    add(
        kinds,
        "DepositCredited(bytes32,address,uint256)",
        3,
        l -> new ArtifactLog.DepositCredited(l.topic(1), l.account(2), l.amount(0)));
    add(
        kinds,
        "DepositHeld(uint256,bytes32,address,uint256,uint8)",
        4,
        l -> new ArtifactLog.DepositHeld(l.topic(2), l.account(3), l.amount(0)));
    add(
        kinds,
        "DepositRejected(bytes32,address,uint256)",
        3,
        l -> new ArtifactLog.DepositRejected(l.topic(1), l.account(2), l.amount(0)));
  }

  private static void withdrawals(Map<Hash, Kind> kinds) {
    add(
        kinds,
        "WithdrawLocked(bytes32,address,string,uint256)",
        3,
        l ->
            new ArtifactLog.WithdrawLocked(
                l.txid(), l.account(2), l.data().string(0), l.amount(1)));
    add(
        kinds,
        "WithdrawSettled(bytes32,uint8,uint256)",
        2,
        l -> new ArtifactLog.WithdrawSettled(l.txid(), burned(l), l.amount(1)));
  }

  private static boolean burned(Log log) {
    return switch (log.data().small(0)) {
      case SETTLED -> true;
      case FAILED -> false;
      default -> throw log.data().refused("a withdrawal that has not ended");
    };
  }

  private static void positions(Map<Hash, Kind> kinds) {
    add(
        kinds,
        "Staked(address,uint256,uint256)",
        2,
        l -> new ArtifactLog.Staked(l.account(1), l.amount(0)));
    add(
        kinds,
        "Unstaked(address,uint256)",
        2,
        l -> new ArtifactLog.Unstaked(l.account(1), l.amount(0)));
    add(
        kinds,
        "WithdrawRequested(address,string,uint256)",
        2,
        l -> new ArtifactLog.WithdrawRequested(l.account(1), l.data().string(0), l.amount(1)));
    add(
        kinds,
        "ArtifactDeposited(address,uint256)",
        2,
        l -> new ArtifactLog.Wrapped(l.account(1), l.amount(0)));
    add(
        kinds,
        "ArtifactWithdrawn(address,uint256)",
        2,
        l -> new ArtifactLog.Unwrapped(l.account(1), l.amount(0)));
  }

  private static void baskets(Map<Hash, Kind> kinds) {
    add(
        kinds,
        "ArtifactsDeposited(address,uint256,uint256[])",
        2,
        l -> new ArtifactLog.SharesBought(l.account(1), l.data().uint(0), l.data().uints(1)));
    add(
        kinds,
        "ArtifactsWithdrawn(address,uint256,uint256[])",
        2,
        l -> new ArtifactLog.SharesRedeemed(l.account(1), l.data().uint(0), l.data().uints(1)));
    add(
        kinds,
        "TicketOpened(uint256,address,uint256,uint256,uint256)",
        4,
        l ->
            new ArtifactLog.TicketOpened(
                l.topic(1).toBigInteger(),
                l.account(2),
                l.leg(3),
                l.data().uint(0),
                l.data().number(1)));
    add(
        kinds,
        "TicketClaimed(uint256,address,uint256,uint256)",
        4,
        l ->
            new ArtifactLog.TicketClaimed(
                l.topic(1).toBigInteger(), l.account(2), l.leg(3), l.amount(0)));
    add(
        kinds,
        "LossReported(uint256,uint256,uint256)",
        2,
        l -> new ArtifactLog.LossReported(l.leg(1), l.amount(0), l.data().uint(1)));
    add(
        kinds,
        "LegRestored(uint256,address,uint256,uint256)",
        3,
        l -> new ArtifactLog.LegRestored(l.leg(1), l.account(2), l.amount(0), l.data().uint(1)));
  }
}
