// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.artifact.reserve.PastBalances.Point;
import io.settlement.artifact.reserve.PastBalances.Verified;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books as they were, and whether anybody changed them since. */
@Tag(name = "Artifacts")
@RestController
@RequestMapping("/v1/artifacts/{id}")
class HistoryController {
  /** What PostgreSQL and calendars of four digits can tell. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final int MOST = 10_000;

  private final PastBalances past;

  HistoryController(PastBalances past) {
    this.past = past;
  }

  /**
   * Balances after a booking.
   *
   * @param seq the booking's number; 0 before the first
   * @param hash covers everything that was booked up to it
   * @param chains accounts of each chain, signed decimal text in the smallest unit
   */
  record BalancesView(
      String artifact, long seq, String hash, Map<String, Map<String, String>> chains) {}

  /**
   * What verifying found.
   *
   * @param from first booking looked at
   * @param to last booking looked at
   * @param broken the first that is not what its hash says, or that is missing
   * @param wrongBalances accounts whose balance is not the sum of their entries; looked at with the
   *     first stretch
   * @param next where to go on; absent at the end
   */
  record VerifiedView(
      String artifact,
      boolean whole,
      long from,
      long to,
      @Nullable Long broken,
      List<String> wrongBalances,
      @Nullable Long next) {}

  /** As of a moment; now when none is named. */
  @Operation(
      operationId = "getArtifactBalances",
      summary = "An artifact's balances as they were at a time or block")
  @GetMapping("/balances")
  BalancesView balances(
      @PathVariable String id, @RequestParam(required = false) @Nullable Instant at) {
    if (at != null && (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST))) {
      throw Problem.badRequest("invalid-time", "at is from 1970 to 9999");
    }
    Point point = at == null ? past.newest(id) : past.at(id, at).orElse(new Point(0, ""));
    Map<String, Map<String, String>> chains = new TreeMap<>();
    past.upTo(id, point.seq())
        .forEach(
            balance ->
                chains
                    .computeIfAbsent(balance.chain(), c -> new TreeMap<>())
                    .put(balance.account(), balance.amount().toString()));
    return new BalancesView(id, point.seq(), point.hash(), chains);
  }

  /** Takes the hashes of the bookings after one again. */
  @Operation(
      operationId = "verifyArtifactBooks",
      summary = "Whether the chain of an artifact's bookings is whole")
  @GetMapping("/verification")
  VerifiedView verify(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "10000") int limit) {
    if (after < 0 || after > Long.MAX_VALUE - MOST || limit < 1 || limit > MOST) {
      throw Problem.badRequest("invalid-range", "after is not negative, limit is 1 to " + MOST);
    }
    Verified verified = past.verify(id, after, limit);
    List<String> wrong = after == 0 ? past.wrongBalances(id) : List.of();
    boolean more = verified.to() - after == limit;
    return new VerifiedView(
        id,
        verified.broken() == null && wrong.isEmpty(),
        verified.from(),
        verified.to(),
        verified.broken(),
        wrong,
        more && verified.broken() == null ? verified.to() : null);
  }
}
