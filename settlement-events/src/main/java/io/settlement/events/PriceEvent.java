// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.MayBeAbsent;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** Prices. Compacted topic {@link Topics#PRICES}, key chain, writer gas-service. */
public sealed interface PriceEvent extends SuiteEvent {

  /** The chain. */
  ChainName chain();

  @Override
  default String key() {
    return chain().value();
  }

  @Override
  default Topic<PriceEvent> topic() {
    return Topics.PRICE_EVENTS;
  }

  /**
   * What gas costs now.
   *
   * @param baseFee next block's base fee, wei for one unit of gas
   * @param priorityFee tip, wei for one unit of gas
   * @param gasPerByte what a byte of calldata costs beside gas (the L1 data fee of a rollup), wei;
   *     zero where data has no price of its own
   * @param nativeUsd price of one whole native token in US dollars
   */
  @JsonTypeName("PriceSampled")
  record PriceSampled(
      ChainName chain,
      Wei baseFee,
      Wei priorityFee,
      @MayBeAbsent("in facts written before data had a price: it is 0") Wei gasPerByte,
      BigDecimal nativeUsd,
      Instant at)
      implements PriceEvent {
    /** What was told before data had a price said none. */
    @SuppressWarnings("ConstantValue")
    public PriceSampled {
      gasPerByte = gasPerByte == null ? Wei.ZERO : gasPerByte;
    }

    /** Of a chain whose data has no price of its own. */
    public PriceSampled(
        ChainName chain, Wei baseFee, Wei priorityFee, BigDecimal nativeUsd, Instant at) {
      this(chain, baseFee, priorityFee, Wei.ZERO, nativeUsd, at);
    }
  }

  /**
   * A publication for a chain's price contract, signed; anyone may bring it. The newest of a chain
   * replaces those before.
   *
   * @param chain whose contract it is for
   * @param contract its address
   * @param prices in that chain's smallest native unit
   * @param round unix second of the observation
   * @param signature 65 bytes r‖s‖v as 0x text over the contract's EIP-712 digest
   */
  @JsonTypeName("PricesSigned")
  record PricesSigned(
      ChainName chain,
      EvmAddress contract,
      List<SignedPrice> prices,
      long round,
      String signature,
      Instant at)
      implements PriceEvent {
    /** Keeps its own copy. */
    public PricesSigned {
      prices = List.copyOf(prices);
    }

    /** Apart from the chain's own sample, which compaction must keep. */
    @Override
    public String key() {
      return "signed:" + chain.value();
    }
  }

  /**
   * One price of a publication, as the contract takes it.
   *
   * @param chain whose gas it is
   * @param baseFee wei of that chain for a unit of gas
   * @param priorityFee wei of that chain for a unit of gas
   * @param gasPerByte wei of that chain for a byte of payload
   * @param rate 1e18 × smallest units of the contract's chain for one of that chain's
   */
  record SignedPrice(
      ChainName chain,
      Wei baseFee,
      Wei priorityFee,
      Wei gasPerByte,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigInteger rate) {}
}
