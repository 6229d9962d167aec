// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.Gas;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Estimate;
import io.settlement.gas.cost.LegPrice;
import io.settlement.gas.cost.Size;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promise: a message like this, sent before it expires, needs no more than its total. */
@Entity
@Table(name = "quote")
class Quote {
  @Id private UUID id;
  private String route;
  private int payloadBytes;
  private long handlerGas;
  private @Nullable BigInteger amount;
  private BigDecimal rateSource;
  private BigDecimal rateDestination;
  private int marginBps;
  private Wei margin;
  private Wei refundFee;
  private Wei total;
  private @Nullable Integer finalityConfirmations;
  private @Nullable String finalityTag;
  private @Nullable Long finalitySeconds;
  private Instant issuedAt;
  private Instant expiresAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "quote_leg", joinColumns = @JoinColumn(name = "quote_id"))
  @OrderColumn(name = "position")
  private List<QuotedLeg> legs = new ArrayList<>();

  /**
   * What is quoted.
   *
   * @param size the largest message the quote is good for
   * @param amount of the token, in its smallest unit; null when the message moves none
   */
  record Subject(RouteId route, Size size, @Nullable TokenAmount amount) {}

  /** For the database. */
  @SuppressWarnings("NullAway.Init")
  protected Quote() {}

  Quote(
      UUID id,
      Subject subject,
      Estimate estimate,
      LegPrice sourceLeg,
      Instant issuedAt,
      Duration ttl) {
    this.id = id;
    this.route = subject.route().toString();
    this.payloadBytes = subject.size().payloadBytes();
    this.handlerGas = subject.size().handlerGas().units();
    this.amount = subject.amount() == null ? null : subject.amount().value();
    this.rateSource = estimate.rates().source();
    this.rateDestination = estimate.rates().destination();
    this.marginBps = estimate.marginBps();
    this.margin = estimate.margin();
    this.refundFee = estimate.refundFee();
    this.total = estimate.total();
    this.issuedAt = issuedAt;
    this.expiresAt = issuedAt.plus(ttl);
    this.legs.add(QuotedLeg.of(sourceLeg));
    estimate.legs().forEach(leg -> this.legs.add(QuotedLeg.of(leg)));
  }

  /** When the message will be final, as the payer is told. */
  Quote finalBy(QuotedFinality finality) {
    finalityConfirmations = finality.confirmations();
    finalityTag = finality.tag();
    finalitySeconds = finality.estimateSeconds();
    return this;
  }

  /** The same text before and after the database padded it with zeros. */
  private static String plain(BigDecimal rate) {
    return rate.stripTrailingZeros().toPlainString();
  }

  QuoteView view() {
    return new QuoteView(
        id.toString(),
        RouteId.parse(route),
        payloadBytes,
        new Gas(handlerGas),
        amount == null ? null : new TokenAmount(amount),
        issuedAt,
        expiresAt,
        legs.stream().map(leg -> QuoteView.LegView.of(leg.price())).toList(),
        margin,
        total,
        new QuotedFinality(finalityConfirmations, finalityTag, finalitySeconds),
        new QuoteView.Charging(marginBps, plain(rateSource), plain(rateDestination), refundFee));
  }
}
