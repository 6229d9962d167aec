// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ArtifactBooked;
import io.settlement.events.ArtifactEvent.Entry;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.ArtifactEvent.PositionBooked;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that went from one account to others on one chain.
 *
 * @param artifact whose books
 * @param cause why; each movement has a cause at most once
 * @param txid the message it belongs to; null when it is a log's own
 * @param place where the chain said so
 * @param entries sum to zero, in the order of their accounts
 */
public record Booking(
    String artifact,
    String cause,
    @Nullable TxId txid,
    Movement movement,
    Place place,
    List<Entry> entries) {

  /** Keeps its own copy, in order. */
  public Booking {
    entries = entries.stream().sorted(Comparator.comparing(Entry::account)).toList();
  }

  /** What a message moved, by what its movement means. */
  static Booking of(
      String artifact, TxId txid, Movement movement, Place place, TokenAmount amount) {
    Way way = Way.of(movement);
    return new Booking(
        artifact,
        txid.hex(),
        txid,
        movement,
        place,
        entries(place, way.from().word(), way.to().word(), amount.value()));
  }

  /** From one account to another. */
  public static Booking moving(
      String artifact, Cause cause, Movement movement, String from, String to, BigInteger amount) {
    return new Booking(
        artifact,
        cause.text(),
        cause.txid(),
        movement,
        cause.place(),
        entries(cause.place(), from, to, amount));
  }

  /** The same with a part of what arrived in another account. */
  public Booking with(String arrived, String part, BigInteger amount) {
    if (amount.signum() == 0) {
      return this;
    }
    List<Entry> all = new ArrayList<>();
    for (Entry entry : entries) {
      all.add(
          entry.account().equals(arrived)
              ? new Entry(entry.chain(), arrived, entry.amount().subtract(amount))
              : entry);
    }
    all.add(new Entry(place.chain(), part, amount));
    return new Booking(artifact, cause, txid, movement, place, all);
  }

  private static List<Entry> entries(Place place, String from, String to, BigInteger amount) {
    return List.of(
        new Entry(place.chain(), from, amount.negate()), new Entry(place.chain(), to, amount));
  }

  ArtifactEvent fact(Instant at) {
    return txid == null
        ? new PositionBooked(artifact, cause, movement, entries, at)
        : new ArtifactBooked(artifact, txid, movement, entries, at);
  }

  /**
   * Why something is booked.
   *
   * @param text unique, the same whenever it is told
   * @param txid the message it belongs to
   */
  public record Cause(String text, @Nullable TxId txid, Place place) {}

  private record Way(Account from, Account to) {
    static Way of(Movement movement) {
      return switch (movement) {
        case ESCROW -> new Way(Account.HOLDERS, Account.ESCROW);
        case MINT -> new Way(Account.ISSUANCE, Account.HOLDERS);
        case UNLOCK -> new Way(Account.LIQUIDITY, Account.HOLDERS);
        case BURN -> new Way(Account.ESCROW, Account.ISSUANCE);
        case LOCK -> new Way(Account.ESCROW, Account.LIQUIDITY);
        case RETURN -> new Way(Account.ESCROW, Account.HOLDERS);
        case DEPOSIT,
            PAYOUT,
            STAKE,
            UNSTAKE,
            WRAP,
            UNWRAP,
            POOL,
            UNPOOL,
            LOSS,
            RESTORE,
            NETWORK_FEE,
            VAULT_FEE,
            MADE_GOOD,
            DEPOSIT_REVERSED ->
            throw new IllegalArgumentException(movement + " is no movement of a transfer");
      };
    }
  }
}
