// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Wei;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What messages of a route must prepay, and how their rest goes back.
 *
 * @param policies the first that fits a message counts; without one it prepays all that is asked
 * @param waivers a short form of policies that waive; asked after those
 * @param refunds how rests go back
 */
@Validated
@ConfigurationProperties("settlement.gas")
record Policies(
    @DefaultValue List<@Valid Policy> policies,
    @DefaultValue List<@Valid Waiver> waivers,
    @DefaultValue @Valid Refunds refunds) {

  /** What covers a message. */
  enum Coverage {
    /** All that is asked for. */
    FULL,
    /** All that a quote asked for, paid on that quote. */
    REQUIRE_QUOTE,
    /** A part of what is asked for; the operator bears what that does not cover. */
    MINIMUM_FRACTION,
    /** Nothing; the operator bears what nobody paid. */
    WAIVE
  }

  /**
   * What holds on some routes.
   *
   * @param from source chain; any when left out
   * @param to destination chain; any when left out
   * @param handler either handler of the route as {@code Chain:0x…}, {@code *} for any characters;
   *     any when left out
   * @param coverage what covers a message
   * @param fraction of what is asked for, 0 to 1; of MINIMUM_FRACTION only
   * @param reason of WAIVE only: said with each message, and kept with its account
   * @param receiptsOnly whether rests are claimed with receipts instead of being paid out
   */
  record Policy(
      @Nullable ChainName from,
      @Nullable ChainName to,
      @Nullable @Pattern(regexp = "[0-9A-Za-z:*._-]{1,120}") String handler,
      @DefaultValue("FULL") Coverage coverage,
      @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal fraction,
      @Nullable @Size(min = 1, max = 200) String reason,
      @DefaultValue("false") boolean receiptsOnly) {

    @AssertTrue(message = "MINIMUM_FRACTION needs a fraction, and nothing else has one")
    boolean isFractionWhereItBelongs() {
      return (coverage == Coverage.MINIMUM_FRACTION) == (fraction != null);
    }

    @AssertTrue(message = "WAIVE needs a reason, and nothing else has one")
    boolean isReasonWhereItBelongs() {
      return (coverage == Coverage.WAIVE) == (reason != null);
    }

    private boolean fits(RouteId route) {
      return (from == null || from.equals(route.from().chain()))
          && (to == null || to.equals(route.to().chain()))
          && (handler == null || isLike(route.from()) || isLike(route.to()));
    }

    private boolean isLike(HandlerId one) {
      String[] literal = String.valueOf(handler).split("\\*", -1);
      StringBuilder pattern = new StringBuilder();
      for (int i = 0; i < literal.length; i++) {
        pattern.append(i == 0 ? "" : ".*").append(java.util.regex.Pattern.quote(literal[i]));
      }
      return java.util.regex.Pattern.compile(
              pattern.toString(), java.util.regex.Pattern.CASE_INSENSITIVE)
          .matcher(one.toString())
          .matches();
    }

    /** What these terms ask for here: the fraction, rounded up. */
    private Wei asked(Wei required) {
      return fraction == null
          ? required
          : new Wei(
              new BigDecimal(required.value())
                  .multiply(fraction)
                  .setScale(0, RoundingMode.UP)
                  .toBigIntegerExact());
    }
  }

  /**
   * Messages that need not be prepaid: the operator bears what nobody paid.
   *
   * @param from source chain
   * @param to destination chain; any when left out
   * @param reason said with each message, and kept with its account
   */
  record Waiver(
      @NotNull ChainName from, @Nullable ChainName to, @NotBlank @Size(max = 200) String reason) {

    private Policy policy() {
      return new Policy(from, to, null, Coverage.WAIVE, null, reason, false);
    }
  }

  /**
   * How rests go back.
   *
   * @param dust a rest worth less than this, after what its payment costs, waits for its payer's
   *     claim instead of being paid out; wei of the source chain
   */
  record Refunds(@DefaultValue("0") @jakarta.validation.constraints.Min(0) BigInteger dust) {}

  /** How the rest of a sender's account goes back. */
  RefundRule refundRule(RouteId route) {
    return new RefundRule(
        policy(route).map(Policy::receiptsOnly).orElse(false), new Wei(refunds.dust()));
  }

  /** Whether only money that came with a quote covers messages of a route. */
  boolean isQuoteWanted(RouteId route) {
    return policy(route).filter(policy -> policy.coverage() == Coverage.REQUIRE_QUOTE).isPresent();
  }

  /** An offer made now, as the route's policy has it. */
  Offer applied(RouteId route, Offer made) {
    Policy policy = policy(route).orElse(null);
    return policy != null && policy.coverage() == Coverage.MINIMUM_FRACTION
        ? made.asking(policy.asked(made.terms().required()))
        : standing(route, made);
  }

  /** An offer made before, of which the asked amount stands. */
  Offer standing(RouteId route, Offer made) {
    Policy policy = policy(route).orElse(null);
    if (policy == null) {
      return made;
    }
    return switch (policy.coverage()) {
      case FULL, MINIMUM_FRACTION -> made;
      case REQUIRE_QUOTE -> made.withQuoteOnly();
      case WAIVE -> made.waived(String.valueOf(policy.reason()));
    };
  }

  private Optional<Policy> policy(RouteId route) {
    return policies.stream()
        .filter(policy -> policy.fits(route))
        .findFirst()
        .or(
            () ->
                waivers.stream()
                    .map(Waiver::policy)
                    .filter(policy -> policy.fits(route))
                    .findFirst());
  }
}
