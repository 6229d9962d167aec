// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.util.Objects;
import java.util.Optional;

/** Pays submitters what their lanes asked for, one after the other. */
final class TopUpLoading implements Loading {
  private final Lane treasury;
  private final Crew crew;
  private final SignerRest rest;

  TopUpLoading(Lane treasury, Crew crew, SignerRest rest) {
    this.treasury = treasury;
    this.crew = crew;
    this.rest = rest;
  }

  /** The oldest payment that was asked for, and the nonce it would go with. */
  private record Due(long nonce, TopUpTable.Asked asked) {
    Cargo cargo() {
      return Cargo.payment(asked.submitter(), asked.amount());
    }
  }

  @Override
  public void takeOver(Lease lease) {}

  @Override
  public Next next(Lease lease, FeeDesk fees) {
    return (fees.isAffordable() ? due(lease) : Optional.<Due>empty())
        .flatMap(due -> pay(lease, due, fees.now()))
        .map(Next::of)
        .orElseGet(() -> Next.nothingFor(crew.settings().patience().watch()));
  }

  private Optional<Due> due(Lease lease) {
    return crew.store().fenced(lease, held -> held.mayLoad() ? due(held) : Optional.empty());
  }

  private Optional<Due> due(LeaseTable.Held held) {
    return crew.topUps()
        .next(treasury.id().chain())
        .map(asked -> new Due(Objects.requireNonNull(held.nextNonce()), asked));
  }

  private Optional<Flight> pay(Lease lease, Due due, FeeDesk.Offer offer) {
    Dispatch.Price price = new Dispatch.Price(offer.fees(), offer.legacy(), null);
    return rest.ifSigned(() -> crew.dispatch().form(treasury, due.nonce(), due.cargo(), price))
        .flatMap(form -> crew.store().fenced(lease, held -> book(lease, held, due, form)));
  }

  private Optional<Flight> book(Lease lease, LeaseTable.Held held, Due due, Dispatch.Form form) {
    if (!held.mayLoad() || !due(held).equals(Optional.of(due))) {
      return Optional.empty();
    }
    Flight flight = crew.dispatch().take(treasury, lease, form);
    crew.topUps().sent(due.asked().id(), flight.id());
    return Optional.of(flight);
  }
}
