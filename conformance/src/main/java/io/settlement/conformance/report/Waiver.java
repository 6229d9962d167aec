// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

/**
 * An operator accepts that a requirement is not met or not known.
 *
 * @param requirement its id
 * @param reason why that is accepted
 * @param by who accepts it
 */
public record Waiver(String requirement, String reason, String by) {
  /** Refuses one without a reason or without anybody behind it. */
  public Waiver {
    if (requirement.isBlank() || reason.isBlank() || by.isBlank()) {
      throw new IllegalArgumentException("a waiver needs a requirement, a reason and somebody");
    }
  }
}
