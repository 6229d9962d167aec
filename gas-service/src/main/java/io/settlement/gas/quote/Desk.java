// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs what is for one message, and keeps every quote before it is told. */
@Component
class Desk {
  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  private final QuoteSigner signer;
  private final Exposure exposure;
  private final Quotes quotes;
  private final PromiseSettings settings;
  private final TransactionOperations transactions;

  Desk(
      QuoteSigner signer,
      Exposure exposure,
      Quotes quotes,
      PromiseSettings settings,
      TransactionOperations transactions) {
    this.signer = signer;
    this.exposure = exposure;
    this.quotes = quotes;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** The quote as it is told. */
  Quote sign(Quote quote, @Nullable Binding binding) {
    Quote.Signed signed =
        binding == null
            ? null
            : signer.sign(quote.id(), quote.subject(), binding, quote.promise(), quote.validity());
    return new Quote(
        quote.id(),
        quote.subject(),
        quote.promise(),
        quote.finality(),
        quote.validity(),
        quote.trial(),
        signed,
        place(quote, signed != null));
  }

  /** What is signed is not quoted again; a hop that is not yet, for no more than its bound. */
  private Quote.@Nullable Place place(Quote quote, boolean signed) {
    Quote.Place place = quote.place();
    if (place == null || (!signed && place.bound() != null)) {
      return place;
    }
    Wei bound = signed ? null : boundOf(quote.promise().total(), settings.requoteBps());
    return new Quote.Place(place.plan(), place.position(), bound);
  }

  /** Rounded down. */
  private static Wei boundOf(Wei total, int bps) {
    BigInteger factor = WHOLE.add(BigInteger.valueOf(bps));
    return new Wei(total.value().multiply(factor).divide(WHOLE));
  }

  /** Keeps all of them or none; a problem when open promises come to too much already. */
  void keep(List<Quote> given) {
    if (given.size() == 1) {
      keep(given.getFirst());
    } else {
      transactions.executeWithoutResult(status -> given.forEach(this::keep));
    }
  }

  private void keep(Quote quote) {
    exposure.admit(quote, () -> quotes.add(quote));
  }
}
