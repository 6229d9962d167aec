// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.ChainSettings;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.AccountOpened;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.TransactionEvent.VaultClaimed;
import io.settlement.events.TransactionEvent.VaultCollected;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Wei;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.registry.RegistryView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Books every movement of the operator's keys and of the vaults, once each, in any order. */
@Component
class ProofBooks {
  private final EntryTable entries;
  private final AccountTable accounts;
  private final ChainNodes nodes;
  private final RegistryView registry;

  ProofBooks(EntryTable entries, AccountTable accounts, ChainNodes nodes, RegistryView registry) {
    this.entries = entries;
    this.accounts = accounts;
    this.nodes = nodes;
    this.registry = registry;
  }

  /** What keys paid, what left the vaults. */
  void onTransactions(List<TransactionEvent> facts) {
    List<Entry> booked = new ArrayList<>();
    for (TransactionEvent fact : facts) {
      switch (fact) {
        case AccountOpened it -> accounts.open(account(it));
        case TransactionPaid it -> booked.addAll(entriesOf(it));
        case VaultCollected it ->
            booked.add(outOf(it.account(), Entry.Cause.COLLECTED, it.amount(), it.ref(), it.to()));
        case VaultClaimed it ->
            booked.add(outOf(it.account(), Entry.Cause.CLAIMED, it.amount(), it.ref(), it.to()));
        case ReceiptsPublished it -> {}
      }
    }
    entries.add(booked);
  }

  private static Account account(AccountOpened fact) {
    return new Account(
        fact.chain(),
        fact.account(),
        Account.Kind.valueOf(fact.role().name()),
        fact.balance().value(),
        fact.nonce(),
        fact.blockNumber(),
        fact.blockNumber());
  }

  private static List<Entry> entriesOf(TransactionPaid fact) {
    Entry.Place place = new Entry.Place(fact.blockNumber(), fact.blockHash(), fact.txHash(), -1);
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            fact.chain(),
            fact.account(),
            Entry.Cause.FEE,
            fact.fee().value().negate(),
            fact.fee().value(),
            place,
            fact.nonce(),
            null,
            null));
    boolean left = fact.succeeded() && !fact.value().isZero();
    if (left && !fact.account().equals(fact.to())) {
      entries.add(
          new Entry(
              fact.chain(),
              fact.account(),
              Entry.Cause.VALUE,
              fact.value().value().negate(),
              fact.value().value(),
              place,
              null,
              null,
              fact.to()));
    }
    return entries;
  }

  private static Entry outOf(
      EvmAddress vault, Entry.Cause cause, Wei amount, LogRef ref, EvmAddress to) {
    return new Entry(
        ref.chain(),
        vault,
        cause,
        amount.value().negate(),
        amount.value(),
        placeOf(ref),
        null,
        null,
        to);
  }

  /** What came into the vaults and went back to payers. */
  void onMessages(List<MessageEvent> facts) {
    List<Entry> booked = new ArrayList<>();
    List<LogRef> withdrawn = new ArrayList<>();
    for (MessageEvent fact : facts) {
      switch (fact) {
        case GasPrepaid it ->
            vaultOf(it.ref()).map(vault -> prepaid(it, vault)).ifPresent(booked::add);
        case RefundPaid it ->
            vaultOf(it.ref()).map(vault -> refund(it, vault)).ifPresent(booked::add);
        case FactWithdrawn it -> withdrawn.add(it.ref());
        default -> {
          // moves no money of a vault
        }
      }
    }
    entries.add(booked);
    entries.withdraw(withdrawn);
  }

  private static Entry prepaid(GasPrepaid fact, EvmAddress vault) {
    BigInteger amount = fact.amount().value();
    return new Entry(
        fact.ref().chain(),
        vault,
        Entry.Cause.PREPAID,
        amount,
        amount,
        placeOf(fact.ref()),
        null,
        fact.txid().hex(),
        fact.refundTo());
  }

  private static Entry refund(RefundPaid fact, EvmAddress vault) {
    BigInteger told = fact.amount().value();
    return new Entry(
        fact.ref().chain(),
        vault,
        Entry.Cause.REFUND,
        fact.waiting() ? BigInteger.ZERO : told.negate(),
        told,
        placeOf(fact.ref()),
        null,
        fact.txid().hex(),
        fact.to());
  }

  /**
   * As configured; of a chain that is not read, or not yet, as the book has it: a fact may come
   * before the chain's nodes, and must not be missed when they are asked.
   */
  private Optional<EvmAddress> vaultOf(LogRef ref) {
    return nodes
        .of(ref.chain())
        .map(reader -> reader.settings().gasService())
        .or(() -> registry.chain(ref.chain()).map(ChainState::gasService))
        .filter(vault -> !vault.equals(ChainSettings.NOWHERE));
  }

  private static Entry.Place placeOf(LogRef ref) {
    return new Entry.Place(ref.blockNumber(), ref.blockHash(), ref.txHash(), ref.logIndex());
  }
}
