// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A movement of an account's money, as a fact told it.
 *
 * @param amount wei into the account, negative when they went out
 * @param told the amount of the log or receipt itself, wei; differs from {@code amount} when the
 *     money stayed
 * @param place where that was
 * @param nonce of the transaction whose fee this is; null for all else
 * @param txid of the message it is about; null for all else
 * @param party to whom it went; for a prepayment whose account in the vault it is; null when nobody
 */
record Entry(
    ChainName chain,
    EvmAddress account,
    Cause cause,
    BigInteger amount,
    BigInteger told,
    Place place,
    @Nullable Long nonce,
    @Nullable String txid,
    @Nullable EvmAddress party) {

  /** Why money moved; stored by name. */
  enum Cause {
    /** What a transaction cost its sender. */
    FEE,
    /** What a transaction took along. */
    VALUE,
    /** Somebody's payment into a key, booked by an operator. */
    DEPOSIT,
    /** A payment into a vault. */
    PREPAID,
    /** A refund out of a vault; nothing when it waits there. */
    REFUND,
    /** A refund that had waited. */
    CLAIMED,
    /** The operator's share out of a vault. */
    COLLECTED
  }

  /**
   * Where on its chain.
   *
   * @param logIndex -1 when a whole transaction is meant
   */
  record Place(long blockNumber, Hash blockHash, Hash txHash, long logIndex) {}
}
