// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.util.List;

/**
 * What a quote promises beside its total: each leg, and by what the message is charged. Anybody who
 * was told it can compute the {@code legsHash} that the quote was signed with:
 *
 * <pre>keccak256(abi.encode(
 *   (string leg, string chain, uint256 gasLimit, uint256 baseFee, uint256 priorityFee,
 *    uint256 dataFee, uint256 feeNative, uint256 feeInSource)[] legs,
 *   uint256 margin, uint256 marginBps, uint256 refundFee,
 *   string sourceUsd, string destinationUsd))</pre>
 *
 * @param legs in the order they were told
 * @param margin the operator's share of the total, wei of the source chain
 * @param marginBps its share of what is spent, in hundredths of a percent
 * @param refundFee what paying back the rest is charged, wei of the source chain
 * @param sourceUsd US dollars for one native token of the source chain, decimal text as it was told
 * @param destinationUsd the same of the destination chain
 */
public record GasPromise(
    List<Leg> legs,
    Wei margin,
    int marginBps,
    Wei refundFee,
    String sourceUsd,
    String destinationUsd) {

  /** Keeps its own list. */
  public GasPromise {
    legs = List.copyOf(legs);
  }

  /**
   * A leg.
   *
   * @param leg its name, as it was told
   * @param chain where it is paid
   * @param baseFee wei of that chain for one unit
   * @param priorityFee wei of that chain for one unit
   * @param dataFee what its bytes cost beside gas, wei of that chain
   * @param feeNative gasLimit × (baseFee + priorityFee) + dataFee, wei of that chain
   * @param feeInSource the same in wei of the source chain
   */
  public record Leg(
      String leg,
      ChainName chain,
      Gas gasLimit,
      Wei baseFee,
      Wei priorityFee,
      Wei dataFee,
      Wei feeNative,
      Wei feeInSource) {

    private Abi struct() {
      return Abi.tuple(
          Abi.string(leg),
          Abi.string(chain.value()),
          Abi.uint(gasLimit.units()),
          Abi.uint(baseFee.value()),
          Abi.uint(priorityFee.value()),
          Abi.uint(dataFee.value()),
          Abi.uint(feeNative.value()),
          Abi.uint(feeInSource.value()));
    }
  }

  /** What a quote names it by. */
  public Hash legsHash() {
    return Hash.of(
        Keccak.bytes(
            Abi.encode(
                Abi.array(legs.stream().map(Leg::struct).toList()),
                Abi.uint(margin.value()),
                Abi.uint(marginBps),
                Abi.uint(refundFee.value()),
                Abi.string(sourceUsd),
                Abi.string(destinationUsd))));
  }
}
