// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Routes over REST. */
@Tag(name = "Routes")
@RestController
class RoutesController {
  private final RouteBook book;
  private final Contents contents;
  private final Clock clock;

  RoutesController(RouteBook book, Contents contents, Clock clock) {
    this.book = book;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * One direction between two handlers, each written {@code Chain:0x…}.
   *
   * @param status ACTIVE unless said otherwise
   * @param finality how deep a message must be by its amount, smallest first; none unless said
   */
  record RouteBody(
      @NotNull HandlerId from,
      @NotNull HandlerId to,
      @Nullable Status status,
      @Nullable @Size(max = 16) List<@NotNull FinalityTier> finality) {

    RouteState state(Instant at) {
      return new RouteState(
          new RouteId(from, to),
          Objects.requireNonNullElse(status, Status.ACTIVE),
          Objects.requireNonNullElse(finality, List.of()),
          at);
    }
  }

  @Operation(operationId = "putRoute", summary = "Put a route into the book, or change it")
  @ApiResponse(
      responseCode = "200",
      description = "Changed, or as it was",
      useReturnTypeSchema = true)
  @ApiResponse(responseCode = "201", description = "New in the book", useReturnTypeSchema = true)
  @PutMapping("/v1/routes")
  @OperatorOnly
  ResponseEntity<RouteState> put(@Valid @RequestBody RouteBody body) {
    return book.put(body.state(clock.instant())).toResponse();
  }

  @Operation(operationId = "listRoutes", summary = "Routes")
  @GetMapping("/v1/routes")
  @PartnerReadable
  Items<RouteState> list() {
    return new Items<>(contents.routes());
  }
}
