// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the transactions of a message are beside its payload, signatures and envelope included;
 * where data has a price of its own, their bytes are priced.
 *
 * @param source the user's own transaction; informational
 * @param delivery on the destination
 * @param callback the outcome's way home
 * @param refund one message's share of paying back
 */
@Validated
@ConfigurationProperties("settlement.gas.transaction-bytes")
public record TransactionBytes(
    @DefaultValue("350") @Min(0) @Max(100_000) int source,
    @DefaultValue("750") @Min(0) @Max(100_000) int delivery,
    @DefaultValue("650") @Min(0) @Max(100_000) int callback,
    @DefaultValue("250") @Min(0) @Max(100_000) int refund) {

  /** All bytes of a leg of a message; those of its payload travel there and not back. */
  int of(Leg leg, int payloadBytes) {
    return switch (leg) {
      case SOURCE -> source + payloadBytes;
      case DELIVERY -> delivery + payloadBytes;
      case CALLBACK -> callback;
      case REFUND -> refund;
    };
  }
}
