// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.TransactionEvent.Purpose;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.GasAccount.State;
import io.settlement.gas.account.VaultAccount.Way;
import io.settlement.gas.price.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the chains have said so far about a message's gas.
 *
 * @param sent null until the message is known
 * @param seen payments of a message that is final early, while they are not final themselves
 * @param facts those that stand, in the order they were heard
 * @param vaults the accounts they make, in the order in which they are charged: the sender's own on
 *     the source chain, then the others by their first payment
 */
record Money(@Nullable Sent sent, Wei seen, List<BookedFact> facts, List<VaultAccount> vaults) {

  /** Keeps its own lists. */
  Money {
    facts = List.copyOf(facts);
    vaults = List.copyOf(vaults);
  }

  /**
   * @param decided accounts about which something was decided; others are added
   */
  static Money of(
      @Nullable Sent sent, Wei seen, List<BookedFact> facts, List<VaultAccount> decided) {
    List<VaultAccount> vaults = new ArrayList<>(decided);
    for (BookedFact item : facts) {
      if (item.is(ChainFact.Kind.PREPAID)) {
        open(vaults, item.fact).pay(item.fact, isInTime(item, facts));
      } else if (item.is(ChainFact.Kind.REFUND)) {
        VaultAccount vault = open(vaults, item.fact);
        vault.refund = vault.refund == null ? item : vault.refund;
      }
    }
    vaults.sort(
        Comparator.<VaultAccount, Boolean>comparing(v -> sent == null || !sent.isOfSender(v))
            .thenComparing(VaultAccount.BY_TIME));
    return new Money(sent, seen, facts, vaults);
  }

  /** By the time of its block: the vault of the destination does not know of the end. */
  private static boolean isInTime(BookedFact payment, List<BookedFact> facts) {
    return facts.stream()
        .filter(item -> item.is(ChainFact.Kind.CALLBACK))
        .findFirst()
        .map(end -> !payment.fact.ref().blockTime().isAfter(end.fact.ref().blockTime()))
        .orElse(true);
  }

  /**
   * Whether a payment is heard of now that could have been charged, into no account with an order.
   */
  boolean hearsOfMoneyInTime() {
    return facts.stream()
        .filter(item -> item.is(ChainFact.Kind.PREPAID) && !item.isBooked())
        .anyMatch(item -> isInTime(item, facts) && vaultOf(item.fact).way != Way.PUSHED);
  }

  private static VaultAccount open(List<VaultAccount> vaults, ChainFact fact) {
    return find(vaults, fact)
        .orElseGet(
            () -> {
              VaultAccount opened = new VaultAccount(fact.ref().chain(), party(fact));
              vaults.add(opened);
              return opened;
            });
  }

  private static Optional<VaultAccount> find(List<VaultAccount> vaults, ChainFact fact) {
    return vaults.stream()
        .filter(v -> v.chain.equals(fact.ref().chain()) && v.payer.equals(fact.party()))
        .findFirst();
  }

  private static EvmAddress party(ChainFact fact) {
    EvmAddress party = fact.party();
    if (party == null) {
      throw new IllegalArgumentException(fact.cause() + " is of no account");
    }
    return party;
  }

  VaultAccount vaultOf(ChainFact fact) {
    return find(vaults, fact).orElseThrow();
  }

  boolean isPaid() {
    return !seen.isZero() || vaults.stream().anyMatch(vault -> !vault.prepaid.isZero());
  }

  boolean hasEnded() {
    return first(ChainFact.Kind.DELIVERY).isPresent() && first(ChainFact.Kind.CALLBACK).isPresent();
  }

  /** The one of its kind that counts. */
  Optional<BookedFact> first(ChainFact.Kind kind) {
    return facts.stream().filter(item -> item.is(kind)).findFirst();
  }

  /** Costs that are not in the ledger yet. */
  List<BookedFact> uncharged() {
    return facts.stream().filter(item -> isCost(item) && !item.isBooked()).toList();
  }

  /** Costs that are. */
  Stream<BookedFact> charged() {
    return facts.stream().filter(item -> isCost(item) && item.isBooked());
  }

  private boolean isCost(BookedFact item) {
    return switch (item.fact.kind()) {
      case DELIVERY, CALLBACK -> first(item.fact.kind()).orElseThrow() == item;
      case FAILED -> true;
      case PREPAID, REFUND -> false;
    };
  }

  /** Whether the message bears it; the operator bears refunds that failed. */
  boolean isOfMessage(BookedFact item) {
    ChainFact.Failed failed = item.fact.failed();
    ChainName chain = item.fact.ref().chain();
    return sent != null
        && (failed == null || failed.purpose() != Purpose.REFUND)
        && (chain.equals(sent.source()) || chain.equals(sent.destination()));
  }

  /**
   * What wei of a chain are worth on the source, rounded down; nothing on a chain that is no part
   * of the route, or while there is no rate.
   */
  Wei worth(ChainName chain, Wei amount, @Nullable Rates rates) {
    if (sent == null || chain.equals(sent.source())) {
      return amount;
    }
    return rates == null || !chain.equals(sent.destination())
        ? Wei.ZERO
        : Exchange.worth(rates, amount);
  }

  Wei sum(
      Stream<VaultAccount> accounts, Function<VaultAccount, Wei> amount, @Nullable Rates rates) {
    return accounts
        .map(vault -> worth(vault.chain, amount.apply(vault), rates))
        .reduce(Wei.ZERO, Wei::plus);
  }

  /** All accounts together; the sender's by what was seen while that is more than what is final. */
  Wei paidOrSeen(@Nullable Rates rates) {
    Wei own = sum(vaults.stream().filter(this::isOfSender), vault -> vault.prepaid, rates);
    Wei others =
        sum(vaults.stream().filter(vault -> !isOfSender(vault)), vault -> vault.prepaid, rates);
    return others.plus(seen.compareTo(own) > 0 ? seen : own);
  }

  private boolean isOfSender(VaultAccount vault) {
    return sent != null && sent.isOfSender(vault);
  }

  /** Whether what was decided can not be decided anew: money went back, or a receipt is out. */
  boolean isFixed() {
    return vaults.stream().anyMatch(vault -> vault.refund != null || vault.root != null);
  }

  State stateOfRefunds() {
    if (vaults.stream().anyMatch(VaultAccount::awaitsPush)) {
      return State.REFUND_DUE;
    }
    return vaults.stream().anyMatch(VaultAccount::isOwed) ? State.CLAIMABLE : State.CLOSED;
  }
}
