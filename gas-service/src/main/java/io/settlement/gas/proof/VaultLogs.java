// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks whether the facts about a vault have arrived: the vault's own logs say which there must be.
 * BalanceProof are compared only up to a block where none is missing, so a fact that is on its way
 * is not a mismatch; one that does not come is.
 */
@Component
class VaultLogs {
  private static final List<Hash> MOVING =
      List.of(
          GasServiceAbi.PREPAID,
          GasServiceAbi.REFUNDED,
          GasServiceAbi.CLAIMED,
          GasServiceAbi.COLLECTED);

  /** Ranges of logs asked for in one round. */
  private static final int RANGES = 20;

  private static final int NAMED = 10;
  private static final int MOST = 100_000;

  private final EntryTable entries;
  private final AccountTable accounts;
  private final ProofSettings settings;
  private final Clock clock;

  VaultLogs(EntryTable entries, AccountTable accounts, ProofSettings settings, Clock clock) {
    this.entries = entries;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How far a vault's entries are whole.
   *
   * @param upTo up to here each log has its entry and each entry its log
   * @param atWork whether there is more to be read before balances can be compared
   * @param trouble names what has been missing for too long, right after {@code upTo}; null when
   *     nothing has
   */
  record Coverage(long upTo, boolean atWork, @Nullable String trouble) {}

  private record Where(Hash block, Hash transaction, long log) {}

  Coverage look(Account vault, BlockRef head, EvmReader reader) {
    long from = vault.verifiedTo() + 1;
    long most = (long) RANGES * reader.settings().maxLogRange();
    long to = Math.min(head.number(), from + most - 1);
    if (from > to) {
      return new Coverage(Math.min(vault.verifiedTo(), head.number()), false, null);
    }
    SortedMap<Long, List<String>> odd = odd(vault, from, to, reader);
    long whole = odd.isEmpty() ? to : odd.firstKey() - 1;
    accounts.verified(vault, whole);
    if (odd.isEmpty()) {
      return new Coverage(whole, to < head.number(), null);
    }
    BlockRef first = reader.blocks(List.of(odd.firstKey())).getFirst();
    boolean late = first.time().plus(settings.patience()).isBefore(clock.instant());
    return new Coverage(whole, false, late ? words(odd) : null);
  }

  /** Logs without an entry and entries without a log, by their block. */
  private SortedMap<Long, List<String>> odd(Account vault, long from, long to, EvmReader reader) {
    Map<Where, Entry> booked = new LinkedHashMap<>();
    entries.between(vault, from, to, MOST).stream()
        .filter(entry -> entry.account().equals(vault.address()))
        .forEach(entry -> booked.put(where(entry), entry));
    SortedMap<Long, List<String>> odd = new TreeMap<>();
    for (ChainLog log : reader.logs(from, to, List.of(vault.address()), MOVING)) {
      if (movesSomething(log) && booked.remove(where(log)) == null) {
        odd.computeIfAbsent(log.blockNumber(), any -> new ArrayList<>())
            .add("no entry for log " + log.logIndex() + " of " + log.txHash());
      }
    }
    for (Entry entry : booked.values()) {
      odd.computeIfAbsent(entry.place().blockNumber(), any -> new ArrayList<>())
          .add("no log for " + BalanceProof.name(entry));
    }
    return odd;
  }

  /** A payment of nothing is no fact, nor is a log that nobody can read. */
  private static boolean movesSomething(ChainLog log) {
    if (!log.topics().getFirst().equals(GasServiceAbi.PREPAID)) {
      return true;
    }
    try {
      return !GasServiceAbi.prepaid(log).amount().isZero();
    } catch (InvalidValue unreadable) {
      return false;
    }
  }

  private static Where where(Entry entry) {
    Entry.Place place = entry.place();
    return new Where(place.blockHash(), place.txHash(), place.logIndex());
  }

  private static Where where(ChainLog log) {
    return new Where(log.blockHash(), log.txHash(), log.logIndex());
  }

  private static String words(SortedMap<Long, List<String>> odd) {
    List<String> named = odd.values().stream().flatMap(List::stream).limit(NAMED).toList();
    return "from block " + odd.firstKey() + ": " + String.join("; ", named);
  }
}
