// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Quotes several messages together. A hop whose message is known is signed like any other; one that
 * is not yet is told, and quoted again when it is known, for no more than its bound.
 */
@Service
class Plans {
  private final QuoteBook book;
  private final Binder binder;
  private final Quotes quotes;
  private final PromiseSettings settings;
  private final Desk desk;
  private final Clock clock;

  Plans(
      QuoteBook book,
      Binder binder,
      Quotes quotes,
      PromiseSettings settings,
      Desk desk,
      Clock clock) {
    this.book = book;
    this.binder = binder;
    this.quotes = quotes;
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Hops that are quoted together.
   *
   * @param hops the newest quote of each
   */
  record Plan(UUID id, List<Quote> hops) {}

  /** Who sends through what; their messages are numbered. */
  private record Sending(HandlerId handler, EvmAddress sender) {}

  /** Quotes all hops, or none. */
  Plan issue(List<Ask> asks) {
    UUID plan = UUID.randomUUID();
    Quote.Validity validity = Quote.Validity.of(clock.instant(), settings.planTtl());
    List<Quote> prepared = new ArrayList<>();
    for (Ask ask : numbered(asks)) {
      Quote.Place place = new Quote.Place(plan, prepared.size(), null);
      prepared.add(book.prepare(ask, validity, place));
    }
    desk.keep(prepared);
    return new Plan(plan, List.copyOf(prepared));
  }

  /** A sender's messages through one handler follow each other. */
  private List<Ask> numbered(List<Ask> asks) {
    Map<Sending, Long> next = new HashMap<>();
    List<Ask> numbered = new ArrayList<>();
    for (Ask ask : asks) {
      EvmAddress sender = ask.sender();
      if (sender == null || !ask.isBound() || ask.nonce() != null) {
        numbered.add(ask);
        continue;
      }
      Sending sending = new Sending(ask.subject().route().from(), sender);
      Long nonce = next.get(sending);
      if (nonce == null) {
        nonce = binder.nextNonce(ask.subject().route(), sender);
      }
      next.put(sending, nonce + 1);
      numbered.add(ask.withNonce(nonce));
    }
    return numbered;
  }

  Plan find(UUID plan) {
    List<Quote> found = quotes.ofPlan(plan);
    if (found.isEmpty()) {
      throw Problem.notFound("unknown-plan", "no plan " + plan);
    }
    return new Plan(plan, found);
  }

  /** Quotes a hop again now that its message is known, for no more than its bound. */
  Plan requote(UUID plan, int position, Ask ask) {
    Quote told =
        quotes.ofPlan(plan).stream()
            .filter(one -> requireNonNull(one.place()).position() == position)
            .findFirst()
            .orElseThrow(
                () -> Problem.notFound("unknown-plan", "no hop " + position + " of " + plan));
    if (told.signed() != null) {
      throw Problem.conflict("hop-signed", "the hop is signed: its quote is what counts");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (told.validity().until().isBefore(now)) {
      throw Problem.conflict("plan-expired", "the plan expired at " + told.validity().until());
    }
    if (!told.subject().route().equals(ask.subject().route())) {
      throw Problem.unprocessable("hop-differs", "the hop is of another route");
    }
    Quote.Validity rest = new Quote.Validity(now, told.validity().until());
    desk.keep(List.of(book.prepare(ask, rest, told.place())));
    return find(plan);
  }
}
