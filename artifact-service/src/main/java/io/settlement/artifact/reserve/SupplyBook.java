// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.artifact.ArtifactSettings;
import io.settlement.artifact.book.Account;
import io.settlement.artifact.reserve.Reserves.Balance;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What an artifact's books add up to now. */
@Service
class SupplyBook {
  private final Reserves reserves;
  private final ArtifactSettings settings;
  private final Clock clock;

  SupplyBook(Reserves reserves, ArtifactSettings settings, Clock clock) {
    this.reserves = reserves;
    this.settings = settings;
    this.clock = clock;
  }

  /** Read as of one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  SupplyView of(String artifact) {
    Instant arrivalsBy = clock.instant().minus(settings.arrivalGrace());
    Reserve reserve =
        reserves.sums(arrivalsBy).stream()
            .filter(one -> one.artifact().equals(artifact))
            .findFirst()
            .orElse(new Reserve(artifact, BigInteger.ZERO, BigInteger.ZERO, 0));
    List<Balance> balances = reserves.balances(artifact);
    return new SupplyView(
        artifact,
        byChain(balances),
        reserve.supply().toString(),
        inFlight(balances).toString(),
        reserve.expected().toString(),
        reserve.broken(),
        reserve.balanced());
  }

  /** Whether anything of it was ever booked. */
  boolean hasBooks(String artifact) {
    return !reserves.balances(artifact).isEmpty();
  }

  private static Map<String, Map<String, String>> byChain(List<Balance> balances) {
    Map<String, Map<String, String>> chains = new TreeMap<>();
    for (Balance balance : balances) {
      Map<String, String> accounts = chains.computeIfAbsent(balance.chain(), c -> empty());
      accounts.put(balance.account(), balance.amount().toString());
    }
    return chains;
  }

  private static Map<String, String> empty() {
    Map<String, String> accounts = new TreeMap<>();
    for (Account account :
        List.of(Account.HOLDERS, Account.ESCROW, Account.ISSUANCE, Account.LIQUIDITY)) {
      accounts.put(account.word(), "0");
    }
    return accounts;
  }

  private static BigInteger inFlight(List<Balance> balances) {
    return balances.stream()
        .filter(balance -> balance.account().equals(Account.ESCROW.word()))
        .map(Balance::amount)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
