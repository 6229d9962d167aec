// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Wei;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a chain said, and whether the ledger has it. */
final class BookedFact {
  final ChainFact fact;

  /** Wei of the source chain it charged to the message; null until it is in the ledger. */
  @Nullable Wei charge;

  private final @Nullable Wei chargeBefore;

  BookedFact(ChainFact fact, @Nullable Wei charge) {
    this.fact = fact;
    this.charge = charge;
    this.chargeBefore = charge;
  }

  Wei chargeOrNothing() {
    return charge == null ? Wei.ZERO : charge;
  }

  boolean isBooked() {
    return charge != null;
  }

  /** Whether that changed since it was read. */
  boolean isChanged() {
    return !Objects.equals(charge, chargeBefore);
  }

  boolean is(ChainFact.Kind kind) {
    return fact.kind() == kind;
  }

  /**
   * What the transaction cost.
   *
   * @throws NullPointerException of a payment, which has none
   */
  ExecutionCost cost() {
    return Objects.requireNonNull(fact.cost());
  }
}
