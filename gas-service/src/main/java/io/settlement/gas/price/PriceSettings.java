// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where prices come from and how far ahead they look.
 *
 * @param feeds sources of a native token's price, by chain name, beside the table of rates
 * @param feedPolicy how the sources are asked and weighed
 * @param chains what is particular about a chain's fees, by its name
 * @param projection how far base fees may rise until a leg is paid
 */
@Validated
@ConfigurationProperties("settlement.gas")
public record PriceSettings(
    @DefaultValue Map<String, List<@Valid FeedSettings>> feeds,
    @DefaultValue @Valid FeedPolicy feedPolicy,
    @DefaultValue Map<String, @Valid ChainFees> chains,
    @DefaultValue @Valid Projection projection) {

  /** Keeps its own copies. */
  public PriceSettings {
    feeds = Map.copyOf(feeds);
    chains = Map.copyOf(chains);
  }

  /** What is particular about a chain's fees; nothing where nothing was said. */
  ChainFees feesOf(String chain) {
    return chains.getOrDefault(chain, ChainFees.USUAL);
  }

  /**
   * How the sources of a rate are asked and weighed.
   *
   * @param interval pause between two looks at each source
   * @param timeout longest wait for an HTTP feed's answer
   * @param maxBytes longest answer of an HTTP feed
   * @param quorum how many fresh sources a rate needs; all where a chain has fewer
   * @param maxDeviationBps how far a source may be from the median, in hundredths of a percent
   */
  public record FeedPolicy(
      @DefaultValue("15s") @DurationMin(millis = 100) Duration interval,
      @DefaultValue("3s") @DurationMin(millis = 100) Duration timeout,
      @DefaultValue("65536") @Min(64) @Max(10_000_000) int maxBytes,
      @DefaultValue("2") @Min(1) @Max(20) int quorum,
      @DefaultValue("200") @Min(1) @Max(5_000) int maxDeviationBps) {}

  /**
   * What is particular about a chain's fees.
   *
   * @param fees whether transactions are priced by base fee and tip
   * @param dataFee how its bytes are priced
   * @param dataHeadroom factor on the price of a byte, which follows another chain's base fee
   */
  public record ChainFees(
      @DefaultValue("AUTO") Fees fees,
      @DefaultValue("NONE") DataFee dataFee,
      @DefaultValue("1.25") @DecimalMin("1.0") @DecimalMax("10.0") BigDecimal dataHeadroom) {
    static final ChainFees USUAL = new ChainFees(Fees.AUTO, DataFee.NONE, new BigDecimal("1.25"));
  }

  /** How a chain's transactions are priced. */
  public enum Fees {
    /** By base fee and tip where blocks have a base fee, else by one gas price. */
    AUTO,
    /** By one gas price, whatever blocks say. */
    LEGACY
  }

  /** How a chain prices the bytes of a transaction. */
  public enum DataFee {
    /** By their gas alone. */
    NONE,
    /** As chains of the OP stack do, by the gas price oracle. */
    OP_STACK,
    /** As Arbitrum's chains do: in units of gas, which receipts do not tell apart. */
    ARBITRUM,
    /** As Scroll does, by its gas price oracle. */
    SCROLL
  }

  /**
   * How far base fees may rise until a leg is paid.
   *
   * @param mode by what
   * @param history blocks that are looked back at
   * @param percentile of the rises seen in them over the expected wait, 0 to 1
   * @param level percentile of the base fees seen in them, 0 to 1: a lower one is a trough that
   *     will be over
   * @param maxBlocks longest wait that is looked ahead
   * @param paymentWait what a payer is expected to take from the quote to the block
   * @param deliveryWait what the suite takes from a final block to the transaction it leads to
   */
  public record Projection(
      @DefaultValue("TREND") Mode mode,
      @DefaultValue("100") @Min(20) @Max(1_000) int history,
      @DefaultValue("0.5") @DecimalMin("0.0") @DecimalMax("1.0") BigDecimal percentile,
      @DefaultValue("0.2") @DecimalMin("0.0") @DecimalMax("1.0") BigDecimal level,
      @DefaultValue("24") @Min(1) @Max(200) int maxBlocks,
      @DefaultValue("2s") @DurationMin(seconds = 0) Duration paymentWait,
      @DefaultValue("2s") @DurationMin(seconds = 0) Duration deliveryWait) {}

  /** By what base fees are projected. */
  public enum Mode {
    /** What was seen lately, never above what EIP-1559 allows. */
    TREND,
    /** As if each block until then were full. */
    CEILING,
    /** The one factor {@code settlement.gas.prices.headroom}. */
    FIXED
  }
}
