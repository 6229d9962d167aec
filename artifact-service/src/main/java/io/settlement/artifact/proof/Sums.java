// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import java.math.BigInteger;

/**
 * What must add up, satoshi: circulating + in flight + awaiting payout + unassigned = deposits −
 * withdrawals.
 *
 * @param minted for BTC, less what was burned for BTC
 * @param inFlight verified deposits that are still to be minted
 * @param unassigned verified deposits for which nothing will be minted: they are their senders'
 * @param awaitingPayout in escrow for withdrawals that are not paid
 * @param paidNotBurned in escrow for withdrawals that are paid
 * @param deposits verified, ever
 * @param withdrawals confirmed, ever, with what they cost
 * @param operatorBears what the vault paid the network of its own and nobody has made good;
 *     negative is what was paid in beyond that
 */
record Sums(
    BigInteger minted,
    BigInteger inFlight,
    BigInteger unassigned,
    BigInteger awaitingPayout,
    BigInteger paidNotBurned,
    BigInteger deposits,
    BigInteger withdrawals,
    BigInteger operatorBears) {

  /** With holders, staked, wrapped and pooled. */
  BigInteger circulating() {
    return minted.subtract(awaitingPayout).subtract(paidNotBurned);
  }

  /** What must be in custody, once the operator has made good what he bears. */
  BigInteger reserve() {
    return deposits.subtract(withdrawals);
  }

  /** What is claimed beyond what is in custody; zero when it balances. */
  BigInteger difference() {
    return circulating().add(inFlight).add(awaitingPayout).add(unassigned).subtract(reserve());
  }
}
