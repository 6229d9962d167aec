// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.failure;

/**
 * Names failures that pass by themselves, for instance of a node or a database that is away. A
 * service adds its own as beans.
 */
@FunctionalInterface
public interface TransientFailure {

  /** Whether the same facts or request should simply be handled again later, for this cause. */
  boolean passes(Throwable cause);
}
