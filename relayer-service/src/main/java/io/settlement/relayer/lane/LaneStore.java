// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.kit.outbox.Outbox;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** A lane's tables, and the only way to change them: with the lane's row held in a valid epoch. */
record LaneStore(
    LeaseTable leases,
    SubmissionTable submissions,
    IntentTable intents,
    OwnErrands own,
    Outbox outbox,
    TransactionOperations transactions) {

  TopUpTable topUps() {
    return own.topUps();
  }

  PublicationTable publications() {
    return own.publications();
  }

  /**
   * One transaction of the lane's owner.
   *
   * @throws LeaseLost when it is not the owner any more; nothing is changed then
   */
  <T> T fenced(Lease lease, Function<LeaseTable.Held, T> change) {
    return Objects.requireNonNull(
        transactions.execute(status -> change.apply(leases.hold(lease))),
        "a change says something");
  }

  /** One transaction that needs no lane. */
  <T> T within(Supplier<T> change) {
    return Objects.requireNonNull(
        transactions.execute(status -> change.get()), "a change says something");
  }

  /** {@link #fenced} without an answer. */
  void change(Lease lease, Consumer<LeaseTable.Held> change) {
    transactions.executeWithoutResult(status -> change.accept(leases.hold(lease)));
  }
}
