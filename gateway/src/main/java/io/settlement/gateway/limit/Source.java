// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

/** Where requests are given out to gateways, none twice. */
interface Source {

  /** Takes as many as there are, at most those. Fails when the database is away. */
  Grant take(long wanted);

  /** The same while the database is away: this gateway counts by itself. */
  Grant takeAlone(long wanted);

  /** What was taken and not used. */
  void giveBack(long unused);
}
