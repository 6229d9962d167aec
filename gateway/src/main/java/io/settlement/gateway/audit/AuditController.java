// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.audit;

import io.settlement.gateway.audit.AuditBook.Place;
import io.settlement.kit.request.Cursors;
import io.settlement.kit.request.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, for operators. */
@Tag(name = "Operations")
@RestController
@PreAuthorize("hasAuthority('SCOPE_operator')")
class AuditController {
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,16})_(\\d{1,18})");

  private final AuditBook book;

  AuditController(AuditBook book) {
    this.book = book;
  }

  /** A part of the list; {@code next} is the cursor of the part after it, null at the end. */
  record Page(List<Change> items, @Nullable String next) {}

  @Operation(
      summary = "Who asked for which change, by which key, and what was answered; the latest first",
      operationId = "listChanges")
  @GetMapping("/v1/audit")
  Page find(
      @Parameter(description = "The name of a partner or operator", example = "alice")
          @RequestParam(required = false)
          @Nullable String actor,
      @Parameter(description = "The id of a key or sign-in", example = "stl_5f0c2a9be1d34768")
          @RequestParam(required = false)
          @Nullable String credential,
      @Parameter(description = "The X-Request-Id of the change") @RequestParam(required = false)
          @Nullable String requestId,
      @Parameter(description = "Asked for then or later", example = "2026-11-22T00:00:00Z")
          @RequestParam(required = false)
          @Nullable String since,
      @Parameter(description = "Asked for before") @RequestParam(required = false)
          @Nullable String until,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @Parameter(description = "next of the part before") @RequestParam(required = false)
          @Nullable String cursor) {
    List<Change> found =
        book.find(
            new AuditBook.Query(
                known(actor),
                known(credential),
                known(requestId),
                Times.parse(since),
                Times.parse(until),
                place(cursor),
                limit + 1));
    boolean more = found.size() > limit;
    List<Change> part = more ? found.subList(0, limit) : found;
    return new Page(part, more ? cursor(part.getLast()) : null);
  }

  /** What PostgreSQL keeps as a text; what it does not is nobody's. */
  private static @Nullable String known(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.replace("\0", "");
  }

  private static String cursor(Change last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "_" + last.id();
  }

  private static @Nullable Place place(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    Matcher read = CURSOR.matcher(cursor);
    if (!read.matches()) {
      throw Cursors.unknown();
    }
    return new Place(
        Instant.EPOCH.plus(Long.parseLong(read.group(1)), ChronoUnit.MICROS),
        Long.parseLong(read.group(2)));
  }
}
