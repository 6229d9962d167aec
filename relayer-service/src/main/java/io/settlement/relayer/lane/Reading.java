// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainLog;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.relayer.chain.ErrorSelector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a receipt says about each message of a batch.
 *
 * @param reverted nothing happened at all
 * @param done what happened as wanted, or had happened before: someone else was faster
 * @param doneBefore those of it that had happened before
 * @param skipped what changed nothing, with the contract's reason
 */
record Reading(boolean reverted, Set<TxId> done, Set<TxId> doneBefore, Map<TxId, String> skipped) {
  /** Reasons that mean: it is done already. */
  private static final Set<String> DONE_BEFORE =
      Set.of(
          ErrorSelector.of("InvalidTransactionStatus(uint256,uint8)"),
          ErrorSelector.of("AccountClosed(uint256,address)"),
          ErrorSelector.of("NothingPrepaid(uint256,address)"));

  private static final String TOO_LITTLE_GAS_LEFT =
      ErrorSelector.of("InsufficientHandlerGas(uint256,uint256)");

  private static final String DEADLINE_PASSED = ErrorSelector.of("DeadlinePassed(uint256,uint64)");

  static final String REVERTED = "REVERTED";
  private static final String UNMENTIONED = "UNMENTIONED";

  /** Reads the logs of the called contract. */
  static Reading of(Flight flight, Receipt receipt) {
    return of(flight.cargo(), receipt.success(), receipt.logs());
  }

  /** Reads what a transaction has logged, or would. */
  static Reading of(Cargo cargo, boolean success, List<ChainLog> logs) {
    Reading reading = new Reading(!success, new HashSet<>(), new HashSet<>(), new HashMap<>());
    logs.stream()
        .filter(log -> log.address().equals(cargo.contract()))
        .filter(log -> !log.topics().isEmpty())
        .forEach(log -> reading.read(cargo.errand(), log));
    return reading;
  }

  /** Whether a contract's reason says that somebody has done it already. */
  static boolean isDoneBefore(String reason) {
    return DONE_BEFORE.contains(reason);
  }

  private void read(Errand errand, ChainLog log) {
    Hash topic = log.topics().getFirst();
    if (isEnd(errand) && topic.equals(SettlementAbi.HANDLE_RESULT)) {
      done.add(SettlementAbi.handleResult(log).txid());
    } else if (errand == Errand.CALL_BACK && topic.equals(SettlementAbi.RESULT)) {
      done.add(SettlementAbi.result(log).txid());
    } else if (errand == Errand.REFUND && topic.equals(GasServiceAbi.REFUNDED)) {
      done.add(GasServiceAbi.refunded(log).txid());
    } else if (topic.equals(SettlementAbi.SKIPPED)) {
      SettlementAbi.Skipped skip = SettlementAbi.skipped(log);
      skip(skip.txid(), skip.reason());
    } else if (topic.equals(GasServiceAbi.REFUND_SKIPPED)) {
      GasServiceAbi.RefundSkipped skip = GasServiceAbi.refundSkipped(log);
      skip(skip.txid(), skip.reason());
    }
  }

  /** Whether it ends a message on its destination. */
  private static boolean isEnd(Errand errand) {
    return errand == Errand.DELIVER || errand == Errand.EXPIRE;
  }

  private void skip(TxId txid, String reason) {
    if (DONE_BEFORE.contains(reason)) {
      done.add(txid);
      doneBefore.add(txid);
    } else {
      skipped.put(txid, reason);
    }
  }

  /** Whether anything in it did not go as wanted. */
  boolean hasFailures() {
    return reverted || !skipped.isEmpty();
  }

  /** Whether a message failed only because those before it in its transaction used so much. */
  static boolean wantsRoom(String reason) {
    return reason.equals(TOO_LITTLE_GAS_LEFT);
  }

  /** Whether a message can never be delivered any more. */
  static boolean isTooLate(String reason) {
    return reason.equals(DEADLINE_PASSED);
  }

  /** What kind of failure a contract's or lane's word is. */
  static Reason reasonOf(String word) {
    if (wantsRoom(word)) {
      return Reason.GAS_LIMIT;
    }
    return isTooLate(word) ? Reason.EXPIRED : Reason.ofWord(word).orElse(Reason.REVERTED);
  }

  /** Why a message has to be sent again; empty when it has not. */
  Optional<String> failure(TxId txid) {
    if (reverted) {
      return Optional.of(REVERTED);
    }
    return done.contains(txid)
        ? Optional.empty()
        : Optional.of(skipped.getOrDefault(txid, UNMENTIONED));
  }
}
