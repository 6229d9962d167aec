// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing that must hold before a digest is signed.
 *
 * @param holds the check, which logs why it does not hold
 * @param otherwise what becomes of the claim then
 */
record Rule<C>(Predicate<C> holds, Verdict otherwise) {

  static <C> Rule<C> orRefuse(Refusal reason, Predicate<C> holds) {
    return new Rule<>(holds, new Verdict.Refuse(reason));
  }

  static <C> Rule<C> orDoubt(Refusal reason, Predicate<C> holds) {
    return new Rule<>(holds, new Verdict.Doubt(reason));
  }

  /** What the first rule that does not hold says; empty when all hold. */
  static <C> Optional<Verdict> firstBroken(List<Rule<C>> rules, C subject) {
    return rules.stream()
        .filter(rule -> !rule.holds().test(subject))
        .map(Rule::otherwise)
        .findFirst();
  }
}
