// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.value.FinalityTier;
import io.settlement.relayer.bitcoin.ConfirmationTiers;
import io.settlement.relayer.bitcoin.wallet.SpendPolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How withdrawals are paid.
 *
 * @param look how often the node is asked
 * @param collect how long the first withdrawal waits for companions
 * @param batch most withdrawals of one transaction
 * @param inputs most coins of one transaction
 * @param blocks within how many blocks a transaction should be mined
 * @param most satoshi for a virtual byte that are never exceeded
 * @param consolidateBelow satoshi for a virtual byte up to which small coins are spent along
 * @param consolidate how many small coins at most
 * @param bumpAfter how long a transaction may stay unmined before it is made worth more
 * @param jammedAfter how long before that is an alarm
 * @param childFee most satoshi of its own the vault pays for a child
 * @param cancelFee most satoshi of its own the vault pays for cancelling a batch
 * @param margin a withdrawal is not signed or first sent later than this before its deadline
 * @param confirmations blocks that stand, its own counted, before a payment is told
 * @param tiers amounts in satoshi that need fewer, smallest first; the largest of a batch decides
 */
@Validated
@ConfigurationProperties("settlement.relayer.bitcoin.payout")
public record PayoutSettings(
    @DefaultValue("5s") @NotNull Duration look,
    @DefaultValue("1m") @NotNull Duration collect,
    @DefaultValue("50") @Min(1) @Max(500) int batch,
    @DefaultValue("50") @Min(1) @Max(200) int inputs,
    @DefaultValue("6") @Min(1) @Max(1008) int blocks,
    @DefaultValue("200") @Min(1) @Max(10_000) long most,
    @DefaultValue("3") @Min(1) @Max(10_000) long consolidateBelow,
    @DefaultValue("5") @Min(0) @Max(100) int consolidate,
    @DefaultValue("45m") @NotNull Duration bumpAfter,
    @DefaultValue("3h") @NotNull Duration jammedAfter,
    @DefaultValue("20000") @Min(0) long childFee,
    @DefaultValue("100000") @Min(0) long cancelFee,
    @DefaultValue("1h") @NotNull Duration margin,
    @DefaultValue("6") @Min(1) @Max(1000) int confirmations,
    @DefaultValue List<FinalityTier> tiers) {

  /** Sorts the tiers. */
  public PayoutSettings {
    tiers = ConfirmationTiers.sorted(tiers);
  }

  /** How many blocks must stand on a payment of so many satoshi. */
  int confirmationsOf(long sats) {
    return ConfirmationTiers.of(tiers, sats).orElse(confirmations);
  }

  SpendPolicy spending() {
    return new SpendPolicy(inputs, FeeRate.ofSatsPerVbyte(consolidateBelow), consolidate);
  }

  FeeRate mostRate() {
    return FeeRate.ofSatsPerVbyte(most);
  }
}
