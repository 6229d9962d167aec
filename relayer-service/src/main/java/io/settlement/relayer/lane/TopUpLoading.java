// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import java.util.Optional;

/** Pays submitters what their lanes asked for, one after the other. */
final class TopUpLoading implements Loading {
  private final Lane treasury;
  private final Crew crew;

  TopUpLoading(Lane treasury, Crew crew) {
    this.treasury = treasury;
    this.crew = crew;
  }

  @Override
  public void takeOver(Lease lease) {}

  @Override
  public Next next(Lease lease, FeeDesk fees) {
    if (!fees.isAffordable()) {
      return Next.nothingFor(crew.settings().patience().watch());
    }
    FeeDesk.Offer offer = fees.now();
    Dispatch.Price price = new Dispatch.Price(offer.fees(), offer.legacy(), null);
    return crew.store()
        .fenced(lease, held -> held.mayLoad() ? pay(lease, held, price) : Optional.<Flight>empty())
        .map(Next::of)
        .orElseGet(() -> Next.nothingFor(crew.settings().patience().watch()));
  }

  private Optional<Flight> pay(Lease lease, LeaseTable.Held held, Dispatch.Price price) {
    TopUpTable book = crew.topUps();
    return book.next(treasury.id().chain())
        .map(
            asked ->
                crew.dispatch()
                    .signNext(
                        treasury,
                        lease,
                        held,
                        Cargo.payment(asked.submitter(), asked.amount()),
                        price,
                        submission -> book.sent(asked.id(), submission)));
  }
}
