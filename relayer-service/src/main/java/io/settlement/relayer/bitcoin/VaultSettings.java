// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A vault. An entry of {@code settlement.relayer.bitcoin.vaults[]}.
 *
 * @param descriptor {@code wsh(sortedmulti(m,xpub/0/*,…))} or, with a time lock of N blocks, {@code
 *     wsh(and_v(v:older(N),multi(m,xpub/0/*,…)))}; its checksum may be left out
 * @param handler the BtcSettlementHandler it belongs to, {@code Chain:0x…}: the only one that its
 *     deposits are for
 * @param startBlock the first block that is read for deposits
 * @param minimum satoshi below which an output is kept but credited to nobody
 * @param confirmations blocks that stand, its own counted, before any deposit is final
 * @param tiers amounts in satoshi that need fewer, smallest first
 */
public record VaultSettings(
    @NotBlank String descriptor,
    @NotNull HandlerId handler,
    @DefaultValue("0") @Min(0) long startBlock,
    @DefaultValue("10000") @Min(1) long minimum,
    @DefaultValue("6") @Min(1) @Max(1000) int confirmations,
    @DefaultValue List<FinalityTier> tiers) {

  /** Sorts the tiers. */
  public VaultSettings {
    tiers = ConfirmationTiers.sorted(tiers);
  }

  /** How many blocks must stand for this many satoshi. */
  public int confirmationsOf(long sats) {
    return ConfirmationTiers.of(tiers, sats).orElse(confirmations);
  }
}
