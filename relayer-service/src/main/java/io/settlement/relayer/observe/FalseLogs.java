// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

/** A node told logs that the header of their block denies: nothing it said is believed. */
final class FalseLogs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FalseLogs(String what) {
    super(what);
  }
}
