// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.GasPriceServiceAbi;
import io.settlement.chain.contract.GasPriceServiceAbi.Bounds;
import io.settlement.chain.contract.GasPriceServiceAbi.LastPrice;
import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.Optional;

/** A price contract as it is now: which prices it would take. */
final class PriceContract {
  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
  private static final int FEE_BITS = 96;
  private static final int BYTE_BITS = 64;
  private static final int RATE_BITS = 128;

  private final EvmReader chain;
  private final EvmAddress contract;
  private final Bounds bounds;

  private PriceContract(EvmReader chain, EvmAddress contract, Bounds bounds) {
    this.chain = chain;
    this.contract = contract;
    this.bounds = bounds;
  }

  /** Reads how far prices may move there. */
  static PriceContract of(EvmReader chain, EvmAddress contract) {
    EvmReader reader = chain.forPurpose("price");
    Bounds bounds =
        GasPriceServiceAbi.bounds(
            reader.calls(
                GasPriceServiceAbi.boundsCalls().stream()
                    .map(data -> Call.view(contract, data))
                    .toList(),
                FinalityTag.LATEST));
    return new PriceContract(reader, contract, bounds);
  }

  /** Why it would not take a price; empty when it would. */
  Optional<String> problem(SignedPrice next) {
    if (next.baseFee().value().bitLength() > FEE_BITS
        || next.priorityFee().value().bitLength() > FEE_BITS
        || next.gasPerByte().value().bitLength() > BYTE_BITS
        || next.rate().bitLength() > RATE_BITS
        || next.rate().signum() == 0) {
      return Optional.of("a number that the contract cannot hold");
    }
    return last(next.chain()).flatMap(last -> jump(last.price(), next));
  }

  private Optional<String> jump(SignedPrice last, SignedPrice next) {
    if (!isNear(last.rate(), next.rate(), bounds.rate())) {
      return Optional.of("the rate jumps from " + last.rate() + " to " + next.rate());
    }
    if (!isNear(perGas(last), perGas(next), bounds.fee())) {
      return Optional.of("gas jumps from " + perGas(last) + " to " + perGas(next));
    }
    return isNear(last.gasPerByte().value(), next.gasPerByte().value(), bounds.fee())
        ? Optional.empty()
        : Optional.of("a byte jumps from " + last.gasPerByte() + " to " + next.gasPerByte());
  }

  /** The last price of a chain; empty when the contract knows none. */
  private Optional<LastPrice> last(ChainName of) {
    try {
      byte[] answer =
          chain.call(Call.view(contract, GasPriceServiceAbi.last(of)), FinalityTag.LATEST);
      return Optional.of(GasPriceServiceAbi.last(answer));
    } catch (Reverted unknown) {
      return Optional.empty();
    }
  }

  private static BigInteger perGas(SignedPrice price) {
    Wei sum = price.baseFee().plus(price.priorityFee());
    return sum.value();
  }

  /** As the contract compares: in hundredths of a percent of the smaller. */
  private static boolean isNear(BigInteger last, BigInteger next, long maxChange) {
    BigInteger low = last.min(next);
    BigInteger move = last.max(next).subtract(low);
    return move.multiply(WHOLE).compareTo(low.multiply(BigInteger.valueOf(maxChange))) <= 0;
  }
}
