// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.book.Account;
import io.settlement.artifact.book.Booking;
import io.settlement.artifact.book.Booking.Cause;
import io.settlement.artifact.book.Books;
import io.settlement.artifact.book.Place;
import io.settlement.artifact.proof.VaultOutputs.Holding;
import io.settlement.artifact.reserve.PastBalances;
import io.settlement.artifact.reserve.Reserves.Balance;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.outbox.Outbox;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the books say of a vault's coins. */
@Component
class VaultBooks {
  /** Blocks that must stand on what was paid in before it is booked. */
  private static final int DEPTH = 5;

  private final PastBalances past;
  private final Books books;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  VaultBooks(
      PastBalances past,
      Books books,
      Outbox outbox,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.past = past;
    this.books = books;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What is in custody by what the chain had said up to a block. */
  BigInteger custody(String artifact, HandlerId vault, long height) {
    return past.atBlock(artifact, vault.chain(), height).stream()
        .filter(balance -> balance.account().equals(Account.CUSTODY.word()))
        .map(Balance::amount)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** What the vault may be paying of its own just now, satoshi. */
  BigInteger expenses(HandlerId vault) {
    return jdbc.sql("select coalesce(sum(fee), 0) from vault_expense where vault = ?")
        .param(vault.toString())
        .query(BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }

  /**
   * What the vault holds beyond the books. When it has stood for some blocks it is booked: somebody
   * paid into the vault and gets nothing for it, which lessens what the operator bears.
   *
   * @param amount satoshi; not above 0 when there is none
   */
  void surplus(String artifact, HandlerId vault, Holding holding, BigInteger amount) {
    transaction.executeWithoutResult(
        status -> {
          if (amount.signum() <= 0) {
            jdbc.sql("delete from vault_surplus where artifact = ?").param(artifact).update();
          } else {
            stood(artifact, holding, amount)
                .ifPresent(stood -> madeGood(artifact, vault, holding, stood));
          }
        });
  }

  /** The least there was in all the blocks since it was seen first, when those are enough. */
  private Optional<BigInteger> stood(String artifact, Holding holding, BigInteger amount) {
    jdbc.sql(
            """
            insert into vault_surplus as s (artifact, height, amount) values (?, ?, ?)
            on conflict (artifact) do update set amount = least(s.amount, excluded.amount)
            """)
        .params(artifact, holding.height(), new BigDecimal(amount))
        .update();
    return jdbc.sql("delete from vault_surplus where artifact = ? and height <= ? returning amount")
        .params(artifact, holding.height() - DEPTH)
        .query(BigDecimal.class)
        .optional()
        .map(BigDecimal::toBigIntegerExact);
  }

  private void madeGood(String artifact, HandlerId vault, Holding holding, BigInteger amount) {
    Cause cause =
        new Cause(
            "made good " + artifact + " " + holding.block().hex(),
            null,
            new Place(vault.chain(), holding.height(), null));
    Booking booking =
        Booking.moving(
            artifact,
            cause,
            Movement.MADE_GOOD,
            Account.OPERATOR.word(),
            Account.CUSTODY.word(),
            amount);
    List<Booking> missing = books.missing(List.of(booking));
    if (!missing.isEmpty()) {
      outbox.append(books.add(missing, clock.instant()));
    }
  }
}
