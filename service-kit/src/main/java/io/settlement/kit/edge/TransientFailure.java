// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

/**
 * Names failures that pass by themselves, for instance of a node or a database that is away. A
 * service adds its own as beans.
 */
@FunctionalInterface
public interface TransientFailure {

  /** Whether the same facts should simply be handled again later because of this cause. */
  boolean passes(Throwable cause);
}
