// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import io.settlement.gateway.limit.Quotas.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one caller may ask of this gateway now, by every limit that holds for him. */
final class Allowance {
  private static final int PARTS_OF_A_SECOND = 5;
  private static final int PARTS_OF_A_QUOTA = 100;
  private static final int MOST_OF_A_QUOTA = 1_000;

  private final Limit limit;
  private final Quotas quotas;
  private final LocalDate day;
  private final List<Part> parts = new ArrayList<>();

  Allowance(String credential, Limit limit, Buckets buckets, Quotas quotas) {
    this.limit = limit;
    this.quotas = quotas;
    this.day = quotas.current(Period.DAY);
    parts.add(
        new Part(
            "rate",
            limit.burst(),
            Duration.ofSeconds(Math.max(1, limit.burst() / limit.requestsPerSecond())),
            null,
            new Lease(
                buckets.of(credential, limit),
                limit.requestsPerSecond() / PARTS_OF_A_SECOND,
                System::nanoTime)));
    quota(credential, Period.DAY, limit.perDay());
    quota(credential, Period.MONTH, limit.perMonth());
  }

  /**
   * A limit.
   *
   * @param window over which {@code quota} requests may pass
   * @param period of a quota; null of the rate
   */
  private record Part(
      String name, long quota, Duration window, @Nullable Period period, Lease lease) {}

  /**
   * Why a request does not pass.
   *
   * @param quota whether a day's or month's is used up, and not only the rate
   * @param pause how long none will
   */
  record Refusal(boolean quota, String name, Duration pause) {}

  private void quota(String credential, Period period, long quota) {
    if (quota > 0) {
      LocalDate start = quotas.current(period);
      long most = Math.min(MOST_OF_A_QUOTA, quota / PARTS_OF_A_QUOTA);
      parts.add(
          new Part(
              period == Period.DAY ? "day" : "month",
              quota,
              Duration.between(start.atStartOfDay(), period.after(start).atStartOfDay()),
              period,
              new Lease(quotas.of(credential, period, start, quota), most, System::nanoTime)));
    }
  }

  /** Whether it is of this limit and this day; a day's end begins everything anew. */
  boolean isOf(Limit now) {
    return limit.equals(now) && day.equals(quotas.current(Period.DAY));
  }

  /** Lets a request pass, or says why not. */
  @Nullable Refusal pass() {
    for (int i = 0; i < parts.size(); i++) {
      Duration wait = parts.get(i).lease().pass();
      if (wait != null) {
        parts.subList(0, i).forEach(part -> part.lease().takeBack());
        return new Refusal(parts.get(i).period() != null, parts.get(i).name(), wait);
      }
    }
    return null;
  }

  /** Gives back what lies unused. */
  void settle() {
    parts.forEach(part -> part.lease().settle());
  }

  /** The header RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers. */
  String policies() {
    return parts.stream()
        .map(
            part ->
                "\"%s\";q=%d;w=%d".formatted(part.name(), part.quota(), part.window().toSeconds()))
        .collect(Collectors.joining(", "));
  }

  /** The header RateLimit; what is left is what this gateway knows of. */
  String state() {
    return parts.stream()
        .map(
            part -> {
              long left = Math.min(part.quota(), part.lease().remaining());
              return "\"%s\";r=%d;t=%d".formatted(part.name(), left, untilReset(part, left));
            })
        .collect(Collectors.joining(", "));
  }

  private long untilReset(Part part, long left) {
    if (part.period() == null) {
      return Math.ceilDiv(part.quota() - left, limit.requestsPerSecond());
    }
    return quotas.rest(part.period(), quotas.current(part.period())).toSeconds();
  }
}
