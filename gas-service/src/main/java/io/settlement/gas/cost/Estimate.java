// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.cost;

import io.settlement.events.value.Wei;
import io.settlement.gas.price.Rates;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a message on a route costs at the prices of now.
 *
 * @param legs those paid by the prepayment
 * @param source what the user's own transaction is priced by
 * @param refundFee the refund's cost without headroom
 */
public record Estimate(
    List<LegPrice> legs, SourcePrice source, Rates rates, int marginBps, Wei refundFee) {

  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

  /** Keeps its own copy. */
  public Estimate {
    legs = List.copyOf(legs);
  }

  /** What the operator keeps of delivery and callback, rounded up; of refunds it keeps nothing. */
  public Wei margin() {
    BigInteger spent = fees().minus(priced(Leg.REFUND).feeInSource()).value();
    BigInteger share = spent.multiply(BigInteger.valueOf(marginBps));
    return new Wei(share.add(WHOLE).subtract(BigInteger.ONE).divide(WHOLE));
  }

  /** What must be prepaid: the legs and the margin. */
  public Wei total() {
    return fees().plus(margin());
  }

  /** The same with other units for a leg. */
  public Estimate with(Leg leg, Units units) {
    return new Estimate(
        legs.stream().map(one -> one.leg() == leg ? changed(one, units) : one).toList(),
        source,
        rates,
        marginBps,
        refundFee);
  }

  private LegPrice changed(LegPrice leg, Units units) {
    return leg.with(units, leg.leg() == Leg.DELIVERY ? rates::toSource : UnaryOperator.identity());
  }

  /** What a leg of the prepayment was priced with. */
  public Units units(Leg leg) {
    return new Units(priced(leg).gasLimit(), priced(leg).gasSource());
  }

  /** The user's own transaction; informational. */
  public LegPrice sourceLeg(Units units) {
    return source.leg(units);
  }

  /** To be charged by these prices. */
  public Terms terms() {
    return new Terms(total(), null, rates, marginBps, refundFee, prices());
  }

  private UnitPrices prices() {
    return new UnitPrices(prices(Leg.DELIVERY), prices(Leg.CALLBACK));
  }

  private UnitPrices.OfLeg prices(Leg leg) {
    return new UnitPrices.OfLeg(priced(leg).unitPrice(), priced(leg).gasLimit());
  }

  private LegPrice priced(Leg leg) {
    return legs.stream().filter(one -> one.leg() == leg).findFirst().orElseThrow();
  }

  private Wei fees() {
    return legs.stream().map(LegPrice::feeInSource).reduce(Wei.ZERO, Wei::plus);
  }
}
