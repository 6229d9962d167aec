// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Rehearsed;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.chain.contract.CostShares;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a batch on a node before it is signed. The contracts log what they skip instead of
 * reverting, so the node is asked for the logs the batch would write: one question for all of its
 * messages. A node that cannot say that is asked whether the batch reverts as a whole.
 */
final class Rehearsal {
  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

  private final BatchCall calls;
  private final Set<ChainName> silent = ConcurrentHashMap.newKeySet();

  Rehearsal(BatchCall calls) {
    this.calls = calls;
  }

  /**
   * Why a message would change nothing.
   *
   * @param doneBefore because somebody has done it already
   * @param detail the same for humans; null when nothing more is known
   */
  record Refusal(String reason, @Nullable String detail, boolean doneBefore) {}

  /**
   * What a try told.
   *
   * @param refusals of those that would change nothing
   * @param meter what gas the others would use; null where the node cannot say
   */
  record Tried(Map<TxId, Refusal> refusals, @Nullable Meter meter) {
    private static final Tried NOTHING = new Tried(Map.of(), null);

    /** Whether the node could say what gas is used. */
    boolean knowsGas() {
      return meter != null;
    }

    /** Gas of each of these when they go without the others; absent where nobody knows. */
    Map<TxId, Gas> gas(Set<TxId> going) {
      Meter known = meter;
      return known == null
          ? new HashMap<>()
          : CostShares.ofTried(known.contract(), known.logs(), known.used(), going);
    }
  }

  /** What a call would log and use in all. */
  record Meter(EvmAddress contract, List<ChainLog> logs, Gas used) {}

  /** Says nothing of a batch that nobody tried. */
  static Tried untried() {
    return Tried.NOTHING;
  }

  /**
   * Tries them together. A node that does not answer refuses none: what cannot be done is found out
   * on chain then.
   */
  Tried of(Lane lane, List<Work> works) {
    try {
      return judged(lane, works);
    } catch (ChainException e) {
      log.atWarn()
          .addKeyValue("lane", lane.id())
          .addKeyValue("cause", e.toString())
          .log("a batch was not tried before it is sent");
      return Tried.NOTHING;
    }
  }

  /**
   * Why this alone would change nothing; empty when it would.
   *
   * @throws ChainException when no node answers
   */
  Optional<Refusal> refusal(Lane lane, Work work) {
    return Optional.ofNullable(judged(lane, List.of(work)).refusals().get(work.txid()));
  }

  private Tried judged(Lane lane, List<Work> works) {
    Tried tried = asked(lane, works);
    return tried.refusals().isEmpty()
        ? tried
        : new Tried(withoutReceived(lane, works, tried.refusals()), tried.meter());
  }

  /** What the destination has received needs no reason: somebody was faster. */
  private static Map<TxId, Refusal> withoutReceived(
      Lane lane, List<Work> works, Map<TxId, Refusal> refusals) {
    List<Work> refused = works.stream().filter(work -> refusals.containsKey(work.txid())).toList();
    Map<TxId, Refusal> judged = new HashMap<>(refusals);
    ReceivedCheck.among(lane, refused)
        .forEach(txid -> judged.put(txid, new Refusal(Fates.DONE_ELSEWHERE, null, true)));
    return judged;
  }

  private Tried asked(Lane lane, List<Work> works) {
    Cargo cargo = cargo(lane, works);
    Optional<Rehearsed> rehearsed = rehearse(lane, cargo);
    if (rehearsed.isEmpty()) {
      return new Tried(wholeBatch(lane, cargo, works), null);
    }
    Rehearsed outcome = rehearsed.get();
    if (!outcome.success()) {
      return new Tried(reverted(lane, works, outcome.revertData()), null);
    }
    Reading reading = Reading.of(cargo, true, outcome.logs());
    Map<TxId, Refusal> refusals = new HashMap<>();
    for (Work work : works) {
      String selector = reading.skipped().get(work.txid());
      if (selector != null) {
        refusals.put(work.txid(), refusal(selector, ContractErrors.name(selector).orElse(null)));
      } else if (reading.doneBefore().contains(work.txid())) {
        refusals.put(work.txid(), new Refusal(Fates.DONE_ELSEWHERE, null, true));
      }
    }
    return new Tried(refusals, new Meter(cargo.contract(), outcome.logs(), outcome.gasUsed()));
  }

  /**
   * The batch would revert. When its first message does so for the same reason the reason is not a
   * message's own, and counts for all; else those that revert alone are to blame.
   */
  private Map<TxId, Refusal> reverted(Lane lane, List<Work> works, byte[] revertData) {
    Map<TxId, Refusal> all = all(works, revertData);
    if (works.size() == 1) {
      return all;
    }
    Work first = works.getFirst();
    Map<TxId, Refusal> refusals = new HashMap<>(asked(lane, List.of(first)).refusals());
    if (Objects.equals(all.get(first.txid()), refusals.get(first.txid()))) {
      return all;
    }
    works.stream().skip(1).forEach(work -> refusals.putAll(asked(lane, List.of(work)).refusals()));
    return refusals;
  }

  private Map<TxId, Refusal> wholeBatch(Lane lane, Cargo cargo, List<Work> works) {
    return lane.chain()
        .refusals(List.of(call(lane, cargo)), FinalityTag.LATEST)
        .getFirst()
        .map(Reverted::data)
        .map(data -> reverted(lane, works, data))
        .orElseGet(Map::of);
  }

  private Optional<Rehearsed> rehearse(Lane lane, Cargo cargo) {
    EvmReader chain = lane.chain();
    if (silent.contains(lane.id().chain())) {
      return Optional.empty();
    }
    Optional<Rehearsed> rehearsed = chain.rehearse(call(lane, cargo), cargo.gasLimit());
    if (rehearsed.isEmpty() && silent.add(lane.id().chain())) {
      log.atInfo()
          .addKeyValue("chain", lane.id().chain())
          .log("no eth_simulateV1 here: batches are tried as a whole");
    }
    return rehearsed;
  }

  private Cargo cargo(Lane lane, List<Work> works) {
    return calls.of(lane.chain().settings(), works.getFirst().purpose(), works);
  }

  private static Call call(Lane lane, Cargo cargo) {
    return new Call(lane.key().address(), cargo.contract(), cargo.calldata(), Wei.ZERO);
  }

  private static Map<TxId, Refusal> all(List<Work> works, byte[] revertData) {
    String selector =
        revertData.length < 4 ? Reading.REVERTED : Hex.encode(Arrays.copyOf(revertData, 4));
    String detail =
        ContractErrors.text(revertData).orElseGet(() -> new Reverted("a try", revertData).reason());
    Map<TxId, Refusal> refusals = new HashMap<>();
    works.forEach(work -> refusals.put(work.txid(), refusal(selector, detail)));
    return refusals;
  }

  private static Refusal refusal(String selector, @Nullable String detail) {
    return new Refusal(selector, detail, Reading.isDoneBefore(selector));
  }
}
