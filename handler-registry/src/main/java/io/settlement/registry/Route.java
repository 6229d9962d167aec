// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A route's row. */
@Entity
class Route {
  /** {@code Chain:0x…>Chain:0x…} */
  @Id private String id;

  private String fromHandler;
  private String toHandler;

  @Enumerated(EnumType.STRING)
  private Status status;

  /** For the foreign keys; null unless active. */
  @SuppressWarnings("UnusedVariable")
  @Embedded
  private @Nullable Terms terms;

  /** {@code largest amount:confirmations}, smallest amount first. */
  private String[] finality;

  private Instant at;

  /** Null until stored; that is how an assigned key is known to be new without a SELECT. */
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected Route() {}

  Route(RouteState first, Terms agreed) {
    this();
    become(first, agreed);
  }

  final Route become(RouteState wanted, Terms agreed) {
    id = wanted.route().toString();
    fromHandler = wanted.route().from().toString();
    toHandler = wanted.route().to().toString();
    status = wanted.status();
    terms = wanted.status() == Status.ACTIVE ? agreed : null;
    finality =
        wanted.finality().stream()
            .map(tier -> tier.upTo() + ":" + tier.confirmations())
            .toArray(String[]::new);
    at = wanted.at().truncatedTo(ChronoUnit.MICROS);
    return this;
  }

  boolean says(RouteState wanted) {
    return state(wanted.at()).equals(wanted);
  }

  RouteState state() {
    return state(at);
  }

  private RouteState state(Instant when) {
    return new RouteState(
        new RouteId(HandlerId.parse(fromHandler), HandlerId.parse(toHandler)),
        status,
        Arrays.stream(finality).map(Route::tier).toList(),
        when);
  }

  private static FinalityTier tier(String text) {
    int colon = text.indexOf(':');
    return new FinalityTier(
        TokenAmount.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }
}
