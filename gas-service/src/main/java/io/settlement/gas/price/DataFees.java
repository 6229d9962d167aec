// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.DataFeeAbi;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import io.settlement.gas.price.PriceSettings.ChainFees;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.springframework.stereotype.Component;

/** What a byte of a transaction costs beside its gas. */
@Component
public class DataFees {
  private static final int PROBE_BYTES = 1_024;
  private static final int WORD = 32;
  private static final byte[] PROBE = probe();

  private final PriceSettings settings;

  DataFees(PriceSettings settings) {
    this.settings = settings;
  }

  /** Whether a chain charges for bytes in units of gas: what was measured there has them inside. */
  public boolean areInGas(ChainName chain) {
    return settings.feesOf(chain.value()).dataFee() == PriceSettings.DataFee.ARBITRUM;
  }

  /** By the chain's own word on a transaction like ours; with its headroom, rounded up. */
  Wei perByte(EvmReader chain) {
    ChainFees fees = settings.feesOf(chain.settings().name().value());
    return switch (fees.dataFee()) {
      case NONE -> Wei.ZERO;
      case OP_STACK -> each(fees, oracle(chain, DataFeeAbi.OP_STACK));
      case SCROLL -> each(fees, oracle(chain, DataFeeAbi.SCROLL));
      case ARBITRUM -> each(fees, nodeInterface(chain));
    };
  }

  private static Wei oracle(EvmReader chain, EvmAddress contract) {
    return DataFeeAbi.fee(
        chain.call(Call.view(contract, DataFeeAbi.l1Fee(PROBE)), FinalityTag.LATEST));
  }

  private static Wei nodeInterface(EvmReader chain) {
    byte[] question = DataFeeAbi.l1Component(chain.settings().settlement(), PROBE);
    return DataFeeAbi.component(
        chain.call(Call.view(DataFeeAbi.ARBITRUM, question), FinalityTag.LATEST));
  }

  private static Wei each(ChainFees fees, Wei whole) {
    return new Wei(
        new BigDecimal(whole.value())
            .multiply(fees.dataHeadroom())
            .divide(BigDecimal.valueOf(PROBE_BYTES), 0, RoundingMode.CEILING)
            .toBigIntegerExact());
  }

  /**
   * Rollups compress, so it matters what is in the bytes. Of a delivery's, half are zero: each word
   * here is half zero, half noise.
   */
  private static byte[] probe() {
    byte[] probe = new byte[PROBE_BYTES];
    Random noise = new Random(PROBE_BYTES);
    for (int i = 0; i < PROBE_BYTES; i++) {
      probe[i] = i % WORD < WORD / 2 ? 0 : (byte) noise.nextInt(256);
    }
    return probe;
  }
}
