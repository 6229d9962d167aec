// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.SettlementMode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handlers that partners register with a signature of the contract's owner. */
@Tag(name = "Onboarding")
@RestController
@RequestMapping("/v1/onboarding/handlers/{chain}/{address}")
@PreAuthorize("hasAuthority('SCOPE_partner')")
class ClaimsController {
  private final Claims claims;
  private final Clock clock;

  ClaimsController(Claims claims, Clock clock) {
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * A handler as its partner describes it. One that moves no token leaves the first four out.
   *
   * @param nonce 32 bytes, used once
   * @param expiresAt at most a day ahead
   * @param signature of the statement, r‖s‖v; what an owner that is a contract takes (EIP-1271)
   */
  record ClaimBody(
      @Nullable EvmAddress token,
      @Nullable @Min(0) @Max(36) Integer decimals,
      @Nullable SettlementMode mode,
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String artifact,
      @NotNull Hash nonce,
      @NotNull Instant expiresAt,
      @Nullable @Pattern(regexp = "0x([0-9a-fA-F]{2}){1,4096}") String signature) {

    Claim claim(String partner, HandlerId id, Instant at) {
      return new Claim(
          partner,
          new HandlerState(
              id,
              token,
              Objects.requireNonNullElse(decimals, 0),
              mode,
              artifact,
              Status.ACTIVE,
              at),
          nonce,
          expiresAt);
    }
  }

  /**
   * What the owner signs; either of the two.
   *
   * @param statement as wallets sign texts (EIP-191)
   * @param digest of the text
   * @param typedData as wallets show it field by field: the argument of {@code
   *     eth_signTypedData_v4}
   * @param typedDigest of the fields
   */
  record StatementView(
      String statement, Hash digest, Map<String, Object> typedData, Hash typedDigest) {
    static StatementView of(Claim claim) {
      return new StatementView(
          claim.statement(), claim.digest(), claim.typed().form(), claim.typed().digest());
    }
  }

  @Operation(
      operationId = "prepareHandlerClaim",
      summary = "What the owner of the handler's contract has to sign")
  @PostMapping("/statement")
  StatementView statement(
      @PathVariable ChainName chain,
      @PathVariable EvmAddress address,
      @Valid @RequestBody ClaimBody body,
      Authentication caller) {
    Claim claim = body.claim(caller.getName(), HandlerId.of(chain, address), clock.instant());
    return StatementView.of(claim);
  }

  @Operation(
      operationId = "registerHandler",
      summary = "Register a handler by its owner's signature")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<HandlerState> register(
      @PathVariable ChainName chain,
      @PathVariable EvmAddress address,
      @Valid @RequestBody ClaimBody body,
      Authentication caller) {
    HandlerId id = HandlerId.of(chain, address);
    Claim claim = body.claim(caller.getName(), id, clock.instant());
    byte[] signature = body.signature() == null ? new byte[0] : Hex.decode(body.signature());
    HandlerState registered = claims.register(claim, signature);
    return ResponseEntity.created(URI.create("/v1/handlers/" + chain + "/" + address))
        .body(registered);
  }
}
