// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

/**
 * Which order to pause an artifact's minting it is.
 *
 * @param number counts the artifact's imbalances
 */
record PauseOrder(long number, String artifact) {

  static PauseOrder parse(String name) {
    int space = name.indexOf(' ');
    return new PauseOrder(Long.parseLong(name.substring(0, space)), name.substring(space + 1));
  }

  /** As a publication is called. */
  String name() {
    return number + " " + artifact;
  }
}
