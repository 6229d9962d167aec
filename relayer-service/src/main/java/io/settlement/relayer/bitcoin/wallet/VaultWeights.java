// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.chain.bitcoin.FeeRate;
import java.util.Collection;

/**
 * Weight units of a vault's transactions, with signatures of their greatest size: what is mined is
 * at most one unit for each signature lighter.
 *
 * @param witness of an input
 */
record VaultWeights(long witness) {
  /** Of a thousand virtual bytes. */
  static final long OF_KVB = 4_000;

  /** What nodes relay at least, and by what a replacement must exceed what it replaces. */
  static final FeeRate LEAST_RATE = FeeRate.ofSatsPerVbyte(1);

  private static final long OF_BYTE = 4;
  private static final long SMALL_COUNT = 252;
  private static final long OUTPOINT_SEQUENCE_AND_EMPTY_SCRIPT = 41;
  private static final long LARGEST_SIGNATURE = 72;
  private static final long VERSION_AND_LOCK_TIME = 8;
  private static final long MARKER_AND_FLAG = 2;
  private static final long WITNESS_SCRIPT_OUTPUT = 43;
  private static final long KEY_PUSH = 34;
  private static final long TWO_COUNTS_AND_CHECK = 3;

  static VaultWeights of(VaultDescriptor vault) {
    return new VaultWeights(vault.witnessWeight());
  }

  /** Bytes of a script that checks signatures of some of so many keys. */
  static long multisig(long keys) {
    return TWO_COUNTS_AND_CHECK + KEY_PUSH * keys;
  }

  /** An empty element, signatures and the script, each with its length, and their count. */
  static long witness(long signatures, long script) {
    return 2 + signatures * (1 + LARGEST_SIGNATURE) + countSize(script) + script;
  }

  /** Satoshi for this weight, rounded up: never less than the rate. */
  static long fee(FeeRate rate, long weight) {
    return Math.ceilDiv(Math.multiplyExact(rate.satsPerKvb(), weight), OF_KVB);
  }

  private static long countSize(long count) {
    return count <= SMALL_COUNT ? 1 : 3;
  }

  long input() {
    return OUTPOINT_SEQUENCE_AND_EMPTY_SCRIPT * OF_BYTE + witness;
  }

  long change() {
    return WITNESS_SCRIPT_OUTPUT * OF_BYTE;
  }

  /** Satoshi that one payment of the largest kind bears alone, from one coin and with change. */
  long feeAlone(FeeRate rate) {
    long frame = (VERSION_AND_LOCK_TIME + countSize(1) + countSize(2)) * OF_BYTE + MARKER_AND_FLAG;
    return fee(rate, frame + input() + change() + WITNESS_SCRIPT_OUTPUT * OF_BYTE);
  }

  long transaction(int inputs, Collection<PayoutOrder> orders, boolean withChange) {
    long outputs = orders.size() + (withChange ? 1L : 0L);
    long frame = (VERSION_AND_LOCK_TIME + countSize(inputs) + countSize(outputs)) * OF_BYTE;
    return frame
        + MARKER_AND_FLAG
        + inputs * input()
        + orders.stream().mapToLong(order -> order.destination().weight()).sum()
        + (withChange ? change() : 0);
  }
}
