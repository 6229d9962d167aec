// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Stage;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.request.Cursors;
import io.settlement.kit.request.Times;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the messages of a list: everything that is given holds of each.
 *
 * @param q a txid, the hash of any of their transactions, an address, a handler or a route
 * @param tx the hash of a transaction, on any chain
 * @param address who sent or receives
 * @param handler at either end, {@code Chain:0x…}
 * @param route one direction, {@code Chain:0x…>Chain:0x…}
 * @param stage where they stand
 * @param outcome how the handler's work ended
 * @param since sent then or later
 * @param until sent before
 * @param limit most messages of a part, 1 to 200
 * @param cursor {@code next} of the part before
 * @param before the same under its former name
 */
record MessageQuery(
    @Parameter(
            description =
                "A txid, the hash of any of their transactions, an address, a handler or a route",
            example = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC")
        @Nullable String q,
    @Parameter(description = "The hash of one of their transactions, on any chain")
        @Nullable String tx,
    @Parameter(description = "Who sent or receives: 0x and 40 digits") @Nullable String address,
    @Parameter(description = "A handler at either end: Chain:0x…") @Nullable String handler,
    @Parameter(description = "One direction: Chain:0x…>Chain:0x…") @Nullable String route,
    @Parameter(description = "Where they stand, for instance PARKED") @Nullable String stage,
    @Parameter(description = "SUCCESS or FAILED") @Nullable String outcome,
    @Parameter(description = "Sent then or later", example = "2026-11-22T00:00:00Z")
        @Nullable String since,
    @Parameter(description = "Sent before") @Nullable String until,
    @Parameter(description = "Most messages of a part; 20 unless said") @Min(1) @Max(200)
        @Nullable Integer limit,
    @Parameter(description = "next of the part before") @Nullable String cursor,
    @Parameter(description = "The former name of cursor", deprecated = true) @PositiveOrZero
        @Nullable Long before) {
  private static final int USUAL_LIMIT = 20;
  private static final int LONGEST_CURSOR = 18;
  private static final Pattern HASH = Pattern.compile("(0[xX])?[0-9a-fA-F]{64}");
  private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{40}");
  private static final Pattern DIGITS = Pattern.compile("\\d{1," + LONGEST_CURSOR + "}");

  /**
   * The same, understood.
   *
   * @param criteria beside the time, what finds fewest first
   * @param since null when it does not matter
   * @param until null when it does not matter
   * @param after the seq after which it goes on; null from the latest on
   */
  record Asked(
      List<Criterion> criteria,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Long after,
      int limit) {}

  /** A problem, or an {@link InvalidValue}, when something is not what it should be. */
  Asked asked() {
    return new Asked(
        criteria(),
        Times.parse(since),
        Times.parse(until),
        after(),
        limit == null ? USUAL_LIMIT : limit);
  }

  private List<Criterion> criteria() {
    return Stream.of(
            read(q, MessageQuery::anything),
            read(tx, text -> Criterion.transaction(hash(text))),
            read(address, text -> Criterion.address(new EvmAddress(text))),
            read(handler, text -> Criterion.handler(HandlerId.parse(text))),
            read(route, text -> Criterion.route(RouteId.parse(text))),
            read(stage, text -> Criterion.stage(oneOf("stage", Stage.values(), text))),
            read(outcome, text -> Criterion.outcome(oneOf("outcome", Outcome.values(), text))))
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Criterion::rank))
        .toList();
  }

  private @Nullable Long after() {
    if (cursor == null || cursor.isBlank()) {
      return before;
    }
    if (!DIGITS.matcher(cursor).matches()) {
      throw Cursors.unknown();
    }
    return Long.valueOf(cursor);
  }

  private static Criterion anything(String text) {
    if (HASH.matcher(text).matches()) {
      return Criterion.named(hash(text));
    }
    if (ADDRESS.matcher(text).matches()) {
      return Criterion.address(new EvmAddress("0x" + text.substring(2)));
    }
    if (text.indexOf('>') >= 0) {
      return Criterion.route(RouteId.parse(text));
    }
    if (text.indexOf(':') >= 0) {
      return Criterion.handler(HandlerId.parse(text));
    }
    throw Problem.badRequest(
        "invalid-search",
        "q is a txid, a transaction's hash, an address, a handler Chain:0x… or a route A>B");
  }

  /** Bitcoin's are written without 0x. */
  private static Hash hash(String text) {
    return new Hash(
        HASH.matcher(text).matches() ? "0x" + text.substring(text.length() - 64) : text);
  }

  private static <E extends Enum<E>> E oneOf(String kind, E[] all, String text) {
    String name = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidValue(kind, text));
  }

  private static List<Criterion> read(
      @Nullable String text, Function<String, Criterion> criterion) {
    return text == null || text.isBlank() ? List.of() : List.of(criterion.apply(text.strip()));
  }
}
