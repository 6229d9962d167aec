// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What is looked at.
 *
 * @param nodes the chain's providers, at least one; single calls go to the first
 * @param declaration what its team says
 * @param purse pays for the checks that send transactions
 * @param observations what was seen before, over hours and days
 * @param clock wall time
 */
public record Subject(
    List<Node> nodes,
    Declaration declaration,
    Optional<Purse> purse,
    Observations observations,
    Clock clock) {

  /** Keeps its own copy. */
  public Subject {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("a chain without a provider cannot be looked at");
    }
  }

  /** Without purse and history, by the system's clock. */
  public static Subject of(List<Node> nodes, Declaration declaration) {
    return new Subject(
        nodes, declaration, Optional.empty(), Observations.none(), Clock.systemUTC());
  }

  /** The same, and checks may send transactions. */
  public Subject with(Purse funded) {
    return new Subject(nodes, declaration, Optional.of(funded), observations, clock);
  }

  /** The same with a history. */
  public Subject with(Observations history) {
    return new Subject(nodes, declaration, purse, history, clock);
  }

  /** The provider that single questions go to. */
  public Node node() {
    return nodes.getFirst();
  }
}
