// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.settlement.events.VaultEvent;
import io.settlement.events.VaultEvent.AddressAssigned;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who is credited for which address. The courier gives addresses out and tells; everybody else
 * believes the telling only as far as it names an address of his own copy of the descriptor.
 */
final class AddressBook {
  private static final Logger log = LoggerFactory.getLogger(AddressBook.class);

  /** An alarm below this part of all addresses. */
  private static final int FEW = 20;

  private final Vaults vaults;
  private final AddressTable table;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<HandlerId, AtomicLong> addressesLeft = new ConcurrentHashMap<>();

  AddressBook(
      Vaults vaults,
      AddressTable table,
      Outbox outbox,
      TransactionOperations transactions,
      MeterRegistry meters,
      Clock clock) {
    this.vaults = vaults;
    this.table = table;
    this.outbox = outbox;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  /** The vaults' first scripts, before anybody has one. */
  void prepare() {
    for (Vault vault : vaults.all()) {
      transactions.executeWithoutResult(
          status -> {
            table.lock(vault);
            table.lookAhead(vault, vaults.lookAhead());
          });
    }
  }

  /** The owner's address; the same whenever he asks. */
  VaultAddress assign(Vault vault, Owner owner) {
    return transactions.execute(
        status -> {
          table.lock(vault);
          return table.of(vault, owner).orElseGet(() -> assignNew(vault, owner));
        });
  }

  private VaultAddress assignNew(Vault vault, Owner owner) {
    VaultAddress free = free(vault);
    requireInReach(vault, free.index());
    Instant now = clock.instant();
    if (!table.give(free, owner, now)) {
      throw new IllegalStateException(vault.id() + ": index " + free.index() + " is taken");
    }
    table.lookAhead(vault, vaults.lookAhead());
    outbox.append(
        new AddressAssigned(
            vault.id(), free.index(), owner.handler(), owner.recipient(), free.address(), now));
    return new VaultAddress(vault.id(), free.index(), free.script(), free.address(), owner);
  }

  /**
   * Nodes look for the vault's coins as far as {@code last-index}: what is paid beyond would be
   * credited and could not be paid out, so nothing is given out there.
   *
   * @throws Problem when there is no address left
   */
  private void requireInReach(Vault vault, long index) {
    long left = vaults.lastIndex() - index;
    if (left < 0) {
      throw Problem.unavailable(
          "addresses-exhausted",
          "all %s addresses of %s are given out: settlement.relayer.bitcoin.last-index"
              .formatted(vaults.lastIndex() + 1, vault.id()));
    }
    if (left < vaults.lastIndex() / FEW) {
      log.atError()
          .addKeyValue("vault", vault.id())
          .log("ALARM: {} addresses are left: settlement.relayer.bitcoin.last-index", left);
    }
    addressesLeft
        .computeIfAbsent(
            vault.id(),
            id ->
                Objects.requireNonNull(
                    meters.gauge(
                        "settlement.vault.addresses.left",
                        Tags.of("vault", id.toString()),
                        new AtomicLong())))
        .set(left);
  }

  /** Scripts that somebody paid to unasked are left out; there may be many. */
  private VaultAddress free(Vault vault) {
    table.lookAhead(vault, vaults.lookAhead());
    for (int ahead = vaults.lookAhead(); ; ahead *= 2) {
      table.lookAhead(vault, ahead);
      Optional<VaultAddress> free = table.free(vault);
      if (free.isPresent()) {
        return free.get();
      }
    }
  }

  /** Takes note of addresses that were given out, each once. */
  void onVaults(List<VaultEvent> facts) {
    for (VaultEvent fact : facts) {
      switch (fact) {
        case AddressAssigned assigned ->
            vaults.find(assigned.vault()).ifPresent(vault -> note(vault, assigned));
        case PayoutFees fees -> {
          // Gives out no address.
        }
      }
    }
  }

  private void note(Vault vault, AddressAssigned fact) {
    VaultAddress own = table.derive(vault, fact.index());
    if (!own.address().equals(fact.address())) {
      refuse(fact, "the descriptor gives another address: " + own.address());
      return;
    }
    if (!fact.handler().equals(vault.settings().handler())) {
      refuse(fact, "the vault is of another handler: " + vault.settings().handler());
      return;
    }
    if (fact.index() > vaults.lastIndex()) {
      log.atError()
          .addKeyValue("vault", fact.vault())
          .addKeyValue("index", fact.index())
          .log(
              "ALARM: beyond settlement.relayer.bitcoin.last-index here, lower than the courier's");
    }
    Owner owner = new Owner(fact.handler(), fact.recipient());
    table.add(List.of(own));
    boolean known =
        table.among(List.of(own.script())).stream().anyMatch(one -> owner.equals(one.owner()));
    if (!known && !table.give(own, owner, fact.at())) {
      refuse(fact, "the address is another's here, or he has another");
    }
  }

  private void refuse(AddressAssigned fact, String why) {
    meters.counter("settlement.vault.addresses.refused").increment();
    log.atError()
        .addKeyValue("vault", fact.vault())
        .addKeyValue("index", fact.index())
        .log("ALARM: an address is not taken as told: {}", why);
  }
}
