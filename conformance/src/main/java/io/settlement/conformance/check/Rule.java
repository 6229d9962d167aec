// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Check;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Subject;

/** A requirement with the few lines that decide it. */
record Rule(Requirement requirement, boolean sends, Look look) implements Check {

  /** Looks at a chain. */
  @FunctionalInterface
  interface Look {
    Outcome at(Subject subject) throws InterruptedException;
  }

  /** Looks with a funded key. */
  @FunctionalInterface
  interface Spending {
    Outcome at(Subject subject, Sender sender) throws InterruptedException;
  }

  /** Decided by asking alone. */
  static Check asking(Requirement requirement, Look look) {
    return new Rule(requirement, false, look);
  }

  /** Decided by sending transactions; not known without a key that pays for them. */
  static Check sending(Requirement requirement, Spending look) {
    return new Rule(
        requirement,
        true,
        subject -> {
          if (subject.purse().isEmpty()) {
            return Outcome.unknown("needs a funded key");
          }
          Purse purse = subject.purse().get();
          return look.at(subject, Sender.of(subject, purse));
        });
  }

  @Override
  public Outcome look(Subject subject) throws InterruptedException {
    return look.at(subject);
  }
}
