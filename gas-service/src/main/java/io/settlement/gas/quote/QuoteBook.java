// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.RouteId;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.cost.Size;
import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives quotes. */
@Service
class QuoteBook {
  private final RouteCheck routes;
  private final Binder binder;
  private final LegUnits units;
  private final FinalityTerms finality;
  private final Desk desk;
  private final Clock clock;

  QuoteBook(
      RouteCheck routes,
      Binder binder,
      LegUnits units,
      FinalityTerms finality,
      Desk desk,
      Clock clock) {
    this.routes = routes;
    this.binder = binder;
    this.units = units;
    this.finality = finality;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Gives one quote.
   *
   * @param length how long it stands
   */
  Quote issue(Ask ask, Duration length) {
    Quote quote = prepare(ask, Quote.Validity.of(clock.instant(), length), null);
    desk.keep(List.of(quote));
    return quote;
  }

  /**
   * Prices and signs; what comes of it counts when it is kept. Nodes are asked about one message
   * alone, never about any like it.
   *
   * @param place where it stands in a plan, if in one; what its bound says is not exceeded
   */
  Quote prepare(Ask ask, Quote.Validity validity, Quote.@Nullable Place place) {
    RouteCheck.Tokens tokens = routes.openRoute(ask.subject().route());
    checkAmount(ask.subject(), tokens.to() != null);
    routes.requireLiquidity(ask.subject().route(), ask.subject().amount());
    checkBinding(ask);
    Binding binding = binder.bind(ask, tokens);
    Quote.Subject subject = sized(ask.subject(), binding);
    LegUnits.Priced priced = units.price(subject, ask.sender(), binding, tokens);
    Promise promise = promise(subject.route(), priced);
    Quote quote =
        new Quote(
            UUID.randomUUID(),
            subject,
            place == null || place.bound() == null ? promise : promise.cappedAt(place.bound()),
            finality.of(subject.route(), subject.amount()),
            validity,
            priced.trial(),
            null,
            place);
    return desk.sign(quote, binding);
  }

  /** Nobody can prepay on Bitcoin: the operator bears what such a message costs. */
  private static Promise promise(RouteId route, LegUnits.Priced priced) {
    Promise promise = Promise.of(priced.estimate(), priced.source(), priced.times());
    return CoinChain.sends(route) ? promise.cappedAt(Wei.ZERO) : promise;
  }

  /** As large as the payload, where that is known. */
  private static Quote.Subject sized(Quote.Subject subject, @Nullable Binding binding) {
    byte[] payload = binding == null ? null : binding.payload();
    return payload == null
        ? subject
        : new Quote.Subject(
            subject.route(),
            new Size(payload.length, subject.size().handlerGas()),
            subject.amount());
  }

  /** What is sent by paying a vault, or to one, is not made of a token handler's message. */
  private static void checkBinding(Ask ask) {
    RouteId route = ask.subject().route();
    if (CoinChain.sends(route) && ask.isBound()) {
      throw Problem.unprocessable(
          "unsigned-from-bitcoin", "nothing is prepaid on Bitcoin, so nothing is signed for it");
    }
    if (CoinChain.pays(route) && ask.content().receiver() != null) {
      throw Problem.unprocessable(
          "receiver-on-bitcoin", "for a withdrawal give its payload, or the payload's hash");
    }
  }

  private static void checkAmount(Quote.Subject subject, boolean movesTokens) {
    if (movesTokens && subject.amount() == null) {
      throw Problem.badRequest("invalid-amount", "the route moves tokens: say how many");
    }
    if (!movesTokens && subject.amount() != null) {
      throw Problem.badRequest("invalid-amount", "the route moves no tokens");
    }
  }
}
