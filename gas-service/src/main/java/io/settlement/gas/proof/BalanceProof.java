// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.GasServiceAbi;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares books and chain at one block, and says where they began to differ. */
@Component
class BalanceProof {
  private static final int NAMED = 10;

  private final EntryTable entries;
  private final Marks marks;

  BalanceProof(EntryTable entries, Marks marks) {
    this.entries = entries;
    this.marks = marks;
  }

  /** What the books say an account held at the end of a block, wei. */
  BigInteger books(Account account, long block) {
    return account.opening().add(booked(account, Proved.Subject.BALANCE, block));
  }

  /** Counted from the last mark, so that the cost does not grow with what was proved before. */
  private BigInteger booked(Account account, Proved.Subject subject, long block) {
    Marks.Mark mark =
        marks
            .below(account, subject, block)
            .orElseGet(() -> new Marks.Mark(account.openedAt(), BigInteger.ZERO));
    BigInteger since =
        subject == Proved.Subject.COLLECTABLE
            ? entries.collected(account, mark.upTo(), block)
            : entries.moved(account, mark.upTo(), block);
    return mark.amount().add(since);
  }

  /** Where both were the same, the next proof begins. */
  @Transactional
  public void mark(Proved agreed) {
    marks.hold();
    Account account = agreed.account();
    long block = agreed.block().number();
    BigInteger amount = booked(account, agreed.subject(), block);
    marks.put(account, agreed.subject(), new Marks.Mark(block, amount));
  }

  Proved balance(Account account, BlockRef at, EvmReader reader) {
    BigInteger found = reader.balanceAt(account.address(), at.number()).value();
    return new Proved(account, Proved.Subject.BALANCE, at, books(account, at.number()), found);
  }

  /** Empty where there is no contract. */
  Optional<Proved> collectable(Account vault, BlockRef at, EvmReader reader) {
    Call call = Call.view(vault.address(), GasServiceAbi.collectableCall());
    byte[] answer = reader.callsAt(List.of(call), at.number()).getFirst();
    if (answer.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Proved(
            vault,
            Proved.Subject.COLLECTABLE,
            at,
            booked(vault, Proved.Subject.COLLECTABLE, at.number()),
            GasServiceAbi.collectable(answer).value()));
  }

  /**
   * The first block after which a balance is not what was booked, and what was booked there.
   *
   * @param agreed a block at which both were the same
   */
  String explain(Proved differing, long agreed, EvmReader reader) {
    String by =
        "the chain has %s%s wei"
            .formatted(differing.difference().signum() > 0 ? "+" : "", differing.difference());
    if (differing.subject() != Proved.Subject.BALANCE) {
      return by + ", at block " + differing.block().number();
    }
    Account account = differing.account();
    try {
      long same = Math.max(agreed, account.openedAt());
      long different = differing.block().number();
      while (different - same > 1) {
        long middle = same + (different - same) / 2;
        BigInteger found = reader.balanceAt(account.address(), middle).value();
        if (found.equals(books(account, middle))) {
          same = middle;
        } else {
          different = middle;
        }
      }
      return by + " since block " + different + ", where " + named(account, different);
    } catch (ChainException noState) {
      return by
          + " between blocks "
          + agreed
          + " and "
          + differing.block().number()
          + ", whose states no node keeps";
    }
  }

  private String named(Account account, long block) {
    List<Entry> there = entries.between(account, block, block, NAMED);
    return there.isEmpty()
        ? "nothing is booked"
        : there.stream()
            .map(BalanceProof::name)
            .collect(Collectors.joining("; ", "is booked: ", ""));
  }

  /** An entry in words. */
  static String name(Entry entry) {
    return "%s %s in %s".formatted(entry.cause(), entry.told(), entry.place().txHash());
  }
}
