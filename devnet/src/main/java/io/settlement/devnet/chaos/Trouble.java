// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.chaos;

import java.util.random.RandomGenerator;

/** One kind of thing that goes wrong. */
@FunctionalInterface
public interface Trouble {

  /**
   * Lets it go wrong once, and back to order after a while.
   *
   * @param chance where, how and for how long
   * @return what was done, for the record
   */
  String strike(RandomGenerator chance);
}
