// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import io.settlement.registry.HandlerProofs.Proof;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Handlers over REST. */
@Tag(name = "Handlers")
@RestController
class HandlersController {
  private static final int VAULT_DIGITS = 64;

  private final RouteBook book;
  private final Contents contents;
  private final HandlerProofs proofs;
  private final Clock clock;

  HandlersController(RouteBook book, Contents contents, HandlerProofs proofs, Clock clock) {
    this.book = book;
    this.contents = contents;
    this.proofs = proofs;
    this.clock = clock;
  }

  /**
   * A handler's entry: what its fact says, and what was found of it.
   *
   * @param type the fact's name
   * @param conformance what its latest conformance run found; null when it was never tried
   */
  record HandlerView(
      String type,
      HandlerId handler,
      @Nullable EvmAddress token,
      int decimals,
      @Nullable SettlementMode mode,
      @Nullable String artifact,
      Status status,
      Instant at,
      @Nullable Proof conformance) {
    static HandlerView of(HandlerState state, @Nullable Proof proof) {
      return new HandlerView(
          "HandlerState",
          state.handler(),
          state.token(),
          state.decimals(),
          state.mode(),
          state.artifact(),
          state.status(),
          state.at(),
          proof);
    }
  }

  /**
   * A handler as an operator describes it. One that moves no token leaves the first four out. A
   * vault of Bitcoin's holds the coin itself: token is the zero address, decimals 8, mode
   * LOCK_MINT.
   *
   * @param decimals digits after the point of the token
   * @param artifact the artifact whose books the token belongs to
   * @param status ACTIVE unless said otherwise
   */
  record HandlerBody(
      @Nullable EvmAddress token,
      @Nullable @Min(0) @Max(36) Integer decimals,
      @Nullable SettlementMode mode,
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String artifact,
      @Nullable Status status) {

    /** Of a token everything is said, or nothing. */
    @AssertTrue(message = "token, decimals, mode and artifact go together, or are all left out")
    @JsonIgnore
    boolean isComplete() {
      long said = Stream.of(token, decimals, mode, artifact).filter(Objects::nonNull).count();
      return said == 0 || said == 4;
    }

    HandlerState state(HandlerId id, Instant at) {
      return new HandlerState(
          id,
          token,
          Objects.requireNonNullElse(decimals, 0),
          mode,
          artifact,
          Objects.requireNonNullElse(status, Status.ACTIVE),
          at);
    }
  }

  @Operation(operationId = "putHandler", summary = "Put a handler into the book, or change it")
  @ApiResponse(
      responseCode = "200",
      description = "Changed, or as it was",
      useReturnTypeSchema = true)
  @ApiResponse(responseCode = "201", description = "New in the book", useReturnTypeSchema = true)
  @PutMapping("/v1/handlers/{chain}/{address}")
  @OperatorOnly
  ResponseEntity<HandlerState> put(
      @PathVariable ChainName chain,
      @PathVariable String address,
      @Valid @RequestBody HandlerBody body) {
    return book.put(body.state(named(chain, address), clock.instant())).toResponse();
  }

  @Operation(operationId = "getHandler", summary = "A handler, and what was found of it")
  @GetMapping("/v1/handlers/{chain}/{address}")
  @PartnerReadable
  HandlerView get(@PathVariable ChainName chain, @PathVariable String address) {
    HandlerId id = named(chain, address);
    HandlerState known = contents.handler(id);
    return HandlerView.of(known, proofs.of(id).orElse(null));
  }

  /** A vault is named by 32 bytes, everything else by an address. */
  private static HandlerId named(ChainName chain, String address) {
    return address.length() == VAULT_DIGITS + 2
        ? new HandlerId(chain, address)
        : HandlerId.of(chain, new EvmAddress(address));
  }

  @Operation(operationId = "listHandlers", summary = "Handlers")
  @GetMapping("/v1/handlers")
  @PartnerReadable
  Items<HandlerState> list() {
    return new Items<>(contents.handlers());
  }
}
