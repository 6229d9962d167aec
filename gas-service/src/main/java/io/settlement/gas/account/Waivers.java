// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.RouteId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose messages go without a prepayment.
 *
 * @param waivers the first that fits a message counts
 */
@Validated
@ConfigurationProperties("settlement.gas")
record Waivers(@DefaultValue List<@Valid Waiver> waivers) {

  /**
   * Messages that need not be prepaid: the operator bears what nobody paid.
   *
   * @param from source chain
   * @param to destination chain; any when left out
   * @param reason said with each message, and kept with its account
   */
  record Waiver(
      @NotNull ChainName from, @Nullable ChainName to, @NotBlank @Size(max = 200) String reason) {

    private boolean fits(RouteId route) {
      return from.equals(route.from().chain()) && (to == null || to.equals(route.to().chain()));
    }
  }

  /** Why a message of this route need not be prepaid; empty when it must be. */
  Optional<String> reason(RouteId route) {
    return waivers.stream().filter(waiver -> waiver.fits(route)).map(Waiver::reason).findFirst();
  }
}
