// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Control.Signed;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.registry.Items;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.onboarding.Finding;
import io.settlement.registry.onboarding.registration.Proposal.RouteProposal;
import io.settlement.registry.onboarding.registration.Proposal.TokenProposal;
import io.settlement.registry.onboarding.registration.Proposal.ValidatorsProposal;
import io.settlement.registry.onboarding.registration.Registration.Signatory;
import io.settlement.registry.onboarding.registration.Registration.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Routes, validator sets and tokens that partners register by signatures of those who own the
 * contracts.
 */
@Tag(name = "Onboarding")
@RestController
@RequestMapping("/v1/onboarding/registrations")
class RegistrationsController {
  private static final String PARTNER = "hasAuthority('SCOPE_partner')";
  private static final String OPERATOR = "SCOPE_operator";

  private final Registrations registrations;
  private final RegistrationBook book;
  private final ChainsInUse chains;
  private final Clock clock;

  RegistrationsController(
      Registrations registrations, RegistrationBook book, ChainsInUse chains, Clock clock) {
    this.registrations = registrations;
    this.book = book;
    this.chains = chains;
    this.clock = clock;
  }

  /**
   * A route, each end written {@code Chain:0x…}.
   *
   * @param bothWays whether the way back is registered too; not when left out
   * @param expiresAt until when it may be signed; the longest that is allowed when left out
   */
  record RegisterRouteBody(
      @NotNull HandlerId from,
      @NotNull HandlerId to,
      @Nullable Boolean bothWays,
      @Nullable Instant expiresAt) {}

  /**
   * Who signs for a chain, as its verifier contract says.
   *
   * @param required how many signatures make a quorum certificate
   * @param expiresAt until when it may be signed; the longest that is allowed when left out
   */
  record RegisterValidatorsBody(
      @NotNull ChainName chain,
      @NotNull @Min(1) @Max(128) Integer required,
      @NotNull @Size(min = 1, max = 128) List<@NotNull EvmAddress> validators,
      @Nullable Instant expiresAt) {}

  /**
   * A token as its own contract names it.
   *
   * @param handler that moves it, written {@code Chain:0x…}
   * @param byTokensOwner whether the token's owner signs; the handler's does when left out
   * @param expiresAt until when it may be signed; the longest that is allowed when left out
   */
  record RegisterTokenBody(
      @NotNull HandlerId handler,
      @NotNull EvmAddress token,
      @NotNull @Pattern(regexp = "[!-~]{1,32}") String symbol,
      @NotNull @Min(0) @Max(36) Integer decimals,
      @Nullable Boolean byTokensOwner,
      @Nullable Instant expiresAt) {}

  /**
   * A signature of the statement.
   *
   * @param signature r‖s‖v; what an owner that is a contract takes (EIP-1271)
   * @param signer who made it; needed of a contract that is a manager only
   */
  record SignatureBody(
      @NotNull @Pattern(regexp = "0x([0-9a-fA-F]{2}){1,4096}") String signature,
      @Nullable EvmAddress signer) {}

  /**
   * A registration.
   *
   * @param subject the route, or the chain
   * @param partner who proposed it
   * @param typedData what a wallet signs: the argument of {@code eth_signTypedData_v4}
   * @param digest what is signed, for owners that are contracts
   * @param signatories the contracts that must be spoken for, and who did
   * @param findings of the latest look at the book and the chains
   */
  record RegistrationView(
      UUID id,
      Proposal.Kind kind,
      String subject,
      String partner,
      State state,
      Instant askedAt,
      Instant expiresAt,
      @Nullable Instant endedAt,
      Map<String, Object> typedData,
      Hash digest,
      List<Signatory> signatories,
      List<Finding> findings) {

    static RegistrationView of(Registration one, Instant now) {
      return new RegistrationView(
          one.id(),
          one.said().kind(),
          one.said().subject(),
          one.partner(),
          one.stateAt(now),
          one.askedAt(),
          one.expiresAt(),
          one.endedAt(),
          one.statement().form(),
          one.statement().digest(),
          one.signatories(),
          one.findings());
    }
  }

  @Operation(
      operationId = "proposeRoute",
      summary = "Propose a route: what the owners of both handlers have to sign")
  @PostMapping("/routes")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PARTNER)
  ResponseEntity<RegistrationView> route(
      @Valid @RequestBody RegisterRouteBody body, Authentication caller) {
    return proposed(
        new RouteProposal(
            body.from(),
            body.to(),
            Boolean.TRUE.equals(body.bothWays()),
            chains.get(body.from().chain()).chainId(),
            chains.get(body.to().chain()).chainId()),
        caller,
        body.expiresAt());
  }

  @Operation(
      operationId = "proposeValidators",
      summary = "Propose a validator set: what the verifier's owner has to sign")
  @PostMapping("/validators")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PARTNER)
  ResponseEntity<RegistrationView> validators(
      @Valid @RequestBody RegisterValidatorsBody body, Authentication caller) {
    ChainState chain = chains.get(body.chain());
    return proposed(
        new ValidatorsProposal(
            body.chain(),
            chain.chainId(),
            chain.verifier(),
            body.required(),
            body.validators().stream().sorted(Comparator.comparing(EvmAddress::hex)).toList()),
        caller,
        body.expiresAt());
  }

  @Operation(
      operationId = "proposeToken",
      summary = "Propose a token: what its owner or its handler's owner has to sign")
  @PostMapping("/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PARTNER)
  ResponseEntity<RegistrationView> token(
      @Valid @RequestBody RegisterTokenBody body, Authentication caller) {
    return proposed(
        new TokenProposal(
            body.handler(),
            chains.get(body.handler().chain()).chainId(),
            body.token(),
            body.symbol(),
            body.decimals(),
            Boolean.TRUE.equals(body.byTokensOwner())),
        caller,
        body.expiresAt());
  }

  private ResponseEntity<RegistrationView> proposed(
      Proposal said, Authentication caller, @Nullable Instant expiresAt) {
    Registration one = registrations.propose(said, caller.getName(), expiresAt);
    return ResponseEntity.created(URI.create("/v1/onboarding/registrations/" + one.id()))
        .body(view(one));
  }

  @Operation(
      operationId = "signRegistration",
      summary = "Hand in a signature; with the last one it is registered")
  @PostMapping("/{id}/signatures")
  @PreAuthorize(PARTNER)
  RegistrationView sign(
      @PathVariable UUID id, @Valid @RequestBody SignatureBody body, Authentication caller) {
    Signed signed = new Signed(Hex.decode(body.signature()), body.signer());
    return view(registrations.sign(id, signed, caller.getName()));
  }

  @Operation(operationId = "withdrawRegistration", summary = "Take a proposal back")
  @PostMapping("/{id}/withdraw")
  @PreAuthorize(PARTNER)
  RegistrationView withdraw(@PathVariable UUID id, Authentication caller) {
    return view(registrations.withdraw(id, caller.getName()));
  }

  @Operation(
      operationId = "getRegistration",
      summary = "One registration; who knows its id may sign it, so all partners may read it")
  @GetMapping("/{id}")
  @PartnerReadable
  RegistrationView get(@PathVariable UUID id) {
    return view(book.get(id));
  }

  @Operation(
      operationId = "listRegistrations",
      summary =
          "Registrations, newest first: a partner's own and those about handlers it registered")
  @GetMapping
  @PartnerReadable
  Items<RegistrationView> list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, Authentication caller) {
    boolean operator =
        caller.getAuthorities().stream().anyMatch(one -> OPERATOR.equals(one.getAuthority()));
    return new Items<>(
        book.page(operator ? null : caller.getName(), limit).stream().map(this::view).toList());
  }

  private RegistrationView view(Registration one) {
    return RegistrationView.of(one, clock.instant());
  }
}
