// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How gas is priced, quoted and charged.
 *
 * @param quoteTtl how long a quote, or what a short account is asked for, stands
 * @param marginBps what the operator keeps beyond the costs, in hundredths of a percent of them
 * @param rates US dollars for one whole native token, by chain name; may be left out where a chain
 *     has feeds
 * @param sampleInterval pause between two looks at a chain's prices
 * @param prices when prices count and when they are published
 * @param quotes which quotes are honoured and how long they are kept
 * @param defaults units of gas assumed until enough messages were measured
 * @param learning when measured units replace the assumed ones
 */
@Validated
@ConfigurationProperties("settlement.gas")
public record GasSettings(
    @DefaultValue("5m") @DurationMin(seconds = 1) Duration quoteTtl,
    @DefaultValue("1000") @Min(0) @Max(10_000) int marginBps,
    @DefaultValue Map<String, @Positive BigDecimal> rates,
    @DefaultValue("5s") @DurationMin(millis = 100) Duration sampleInterval,
    @DefaultValue @Valid Prices prices,
    @DefaultValue @Valid Quotes quotes,
    @DefaultValue @Valid Defaults defaults,
    @DefaultValue @Valid Learning learning) {

  /**
   * When prices count and when they are published.
   *
   * @param headroom factor on the next block's base fee, and on the gas price of chains without,
   *     where nothing better is known of how it will move
   * @param maxAge older prices are refused rather than used
   * @param heartbeat an unchanged price is published again after this long
   * @param changeBps a price that moved less than this, in hundredths of a percent, is unchanged
   */
  public record Prices(
      @DefaultValue("1.5") @DecimalMin("1.0") @DecimalMax("10.0") BigDecimal headroom,
      @DefaultValue("1m") @DurationMin(seconds = 1) Duration maxAge,
      @DefaultValue("1m") @DurationMin(seconds = 1) Duration heartbeat,
      @DefaultValue("100") @Min(0) @Max(10_000) int changeBps) {}

  /**
   * Which quotes are honoured and how long they are kept.
   *
   * @param clockSkew a block may seem this much older than the quote it was paid on
   * @param retention how long an expired quote can still be read
   */
  public record Quotes(
      @DefaultValue("30s") @DurationMin(seconds = 0) Duration clockSkew,
      @DefaultValue("1d") @DurationMin(minutes = 1) Duration retention) {}

  /**
   * Units of gas assumed for one message, its share of a batch's overhead included.
   *
   * @param source the user's own transaction; informational
   * @param receive delivery on the destination
   * @param callback the outcome's way home
   * @param refund paying back what is left
   * @param payloadBytes payload these units allow for
   * @param perByte units for each payload byte beyond that
   * @param handlerGas what the handler of these units may use at most; each unit a message demands
   *     beyond that is added
   */
  public record Defaults(
      @DefaultValue("250000") @Positive long source,
      @DefaultValue("220000") @Positive long receive,
      @DefaultValue("110000") @Positive long callback,
      @DefaultValue("60000") @Positive long refund,
      @DefaultValue("256") @Positive int payloadBytes,
      @DefaultValue("40") @Min(0) @Max(1_000) int perByte,
      @DefaultValue("500000") @Min(50_000) @Max(5_000_000) long handlerGas) {}

  /**
   * When measured units replace the assumed ones.
   *
   * @param after how many messages of a route must have been measured
   * @param window how many of the newest count
   * @param percentile which of them, sorted, is taken
   */
  public record Learning(
      @DefaultValue("10") @Min(1) @Max(10_000) int after,
      @DefaultValue("200") @Min(1) @Max(10_000) int window,
      @DefaultValue("0.7") @DecimalMin("0.5") @DecimalMax("1.0") BigDecimal percentile) {}
}
