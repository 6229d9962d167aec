// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

/** The chain changed while a range was read; what was read is thrown away and read again. */
final class ChainMoved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChainMoved(String what) {
    super(what);
  }
}
