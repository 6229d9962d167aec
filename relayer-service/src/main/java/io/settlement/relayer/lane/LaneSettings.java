// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How lanes batch, wait and try again.
 *
 * @param batchGasBudget most gas the messages of one transaction may be expected to use
 * @param batchWait how long the first ready message waits for companions
 * @param inFlight most unmined transactions of one lane
 * @param poll how often a lane looks at its table when nothing wakes it
 * @param receipts how often a lane asks for receipts of what is in flight
 * @param resubmitAfter how long a transaction may stay unmined before it is sent again for more
 * @param finality how often a lane asks whether its mined transactions are final
 * @param lease how long an owner that went silent keeps a lane
 * @param overrunFactor how many times the price of gas that was prepaid for a message its
 *     transactions may offer; the operator bears what is beyond the prepayment
 * @param maxAttempts failed attempts after which an intent is parked
 * @param gas expected gas of one message
 * @param patience how long lanes wait before they offer more, give up and look again
 * @param chains what the operator wants on single chains, by their names
 */
@Validated
@ConfigurationProperties("settlement.relayer.courier")
record LaneSettings(
    @DefaultValue("8000000") @Min(1_000_000) long batchGasBudget,
    @DefaultValue("100ms") @DurationMin(millis = 0) Duration batchWait,
    @DefaultValue("16") @Min(1) @Max(64) int inFlight,
    @DefaultValue("250ms") @DurationMin(millis = 10) Duration poll,
    @DefaultValue("250ms") @DurationMin(millis = 10) Duration receipts,
    @DefaultValue("15s") @DurationMin(millis = 100) Duration resubmitAfter,
    @DefaultValue("2s") @DurationMin(millis = 10) Duration finality,
    @DefaultValue("6s") @DurationMin(seconds = 1) Duration lease,
    @DefaultValue("2.0") @DecimalMin("1.0") @DecimalMax("1000.0") BigDecimal overrunFactor,
    @DefaultValue("20") @Min(1) int maxAttempts,
    @DefaultValue @Valid GasAllowance gas,
    @DefaultValue @Valid Patience patience,
    @DefaultValue Map<String, @Valid ChainPolicy> chains) {

  /** What the operator wants on a chain. */
  ChainPolicy policy(ChainName chain) {
    return chains.getOrDefault(chain.value(), ChainPolicy.USUAL);
  }

  /** How long the newest of so many forms of a transaction may stay unmined. */
  Duration resubmitAfter(int forms) {
    double factor = Math.pow(patience.growth(), forms - 1.0);
    double millis = resubmitAfter.toMillis() * factor;
    return millis < patience.longest().toMillis()
        ? Duration.ofMillis((long) millis)
        : patience.longest();
  }

  /**
   * What a lane does not hurry.
   *
   * @param growth each further form of a transaction gets so many times the time of the last
   * @param longest but never more than this
   * @param cancelAfter how long the oldest transaction may stay unmined before its nonce is given
   *     up
   * @param watch how often a lane compares its nonces with the chain's and looks for dropped
   *     transactions
   * @param balance how often it asks what its key has
   * @param foreign nonces used by others within a spell after which the lane is parked
   * @param foreignSpell how long such a spell lasts after the last of them
   * @param companions how long a message that would use more gas than was prepaid waits for others
   *     to share with; from then on the price of gas alone decides, and the operator bears the rest
   * @param refunds how long a refund waits for gas that costs no more than was quoted for it; from
   *     then on it goes at any price, and the operator bears what is beyond the quote
   */
  record Patience(
      @DefaultValue("1.5") @DecimalMin("1.0") @DecimalMax("10.0") double growth,
      @DefaultValue("5m") @DurationMin(millis = 100) Duration longest,
      @DefaultValue("10m") @DurationMin(millis = 100) Duration cancelAfter,
      @DefaultValue("5s") @DurationMin(millis = 10) Duration watch,
      @DefaultValue("30s") @DurationMin(millis = 10) Duration balance,
      @DefaultValue("5") @Min(1) int foreign,
      @DefaultValue("1h") @DurationMin(seconds = 1) Duration foreignSpell,
      @DefaultValue("10s") @DurationMin(millis = 0) Duration companions,
      @DefaultValue("10m") @DurationMin(millis = 0) Duration refunds) {}

  /**
   * Gas a message is expected to use, by purpose; the transaction's limit is their sum, the
   * reserve, and the most that one of its messages was attested for its handler: a handler uses
   * less as a rule, but must be given all of it.
   *
   * @param deliver one delivery of a token transfer
   * @param expire one expiry
   * @param callBack one callback
   * @param refund one refund
   * @param payloadByte each byte of a message's payload on top of that
   * @param reserve what every transaction gets beyond its messages: intrinsic gas, what callbacks
   *     and receivers of refunds must be given
   */
  record GasAllowance(
      @DefaultValue("125000") @Min(50_000) long deliver,
      @DefaultValue("80000") @Min(20_000) long expire,
      @DefaultValue("110000") @Min(50_000) long callBack,
      @DefaultValue("70000") @Min(20_000) long refund,
      @DefaultValue("40") @Min(16) long payloadByte,
      @DefaultValue("700000") @Min(100_000) long reserve) {

    /** What this work is expected to use. */
    long of(Work work) {
      return switch (work) {
        case Work.Deliver it -> deliver + payloadByte * (it.message().payload().length() / 2);
        case Work.Expire it -> expire;
        case Work.CallBack it -> callBack;
        case Work.Refund it -> refund;
        case Work.PayOut it -> throw new IllegalArgumentException("no lane pays on Bitcoin");
      };
    }

    /**
     * What must be there when the handler is called, so that it is given what was attested for it:
     * a 64th stays with the caller.
     */
    long attested(Work work) {
      return work instanceof Work.Deliver it
          ? it.message().terms().handlerGas().units() * 64 / 63 + 1
          : 0;
    }

    /** What one unit of a purpose is expected to use at least. */
    long of(Purpose purpose) {
      return switch (purpose) {
        case DELIVER -> deliver;
        case EXPIRE -> expire;
        case CALL_BACK -> callBack;
        case REFUND -> refund;
      };
    }
  }
}
