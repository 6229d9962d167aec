// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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

/** Chains over REST. */
@Tag(name = "Chains")
@RestController
class ChainsController {
  private final RouteBook book;
  private final Contents contents;
  private final Clock clock;

  ChainsController(RouteBook book, Contents contents, Clock clock) {
    this.book = book;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * A chain as an operator describes it.
   *
   * @param family EVM unless said otherwise; of one of family BITCOIN only the network is said
   * @param profile V2 unless said otherwise
   * @param gasService left out where a chain of profile LEGACY has none; stored as the zero address
   * @param status ACTIVE unless said otherwise
   * @param network of Bitcoin: main, test, testnet4, signet or regtest
   */
  record ChainBody(
      @Nullable Family family,
      @Nullable Profile profile,
      @Nullable @Positive Long chainId,
      @Nullable EvmAddress settlement,
      @Nullable EvmAddress gasService,
      @Nullable EvmAddress verifier,
      @Nullable Status status,
      @Nullable @Pattern(regexp = "main|test|testnet4|signet|regtest") String network) {

    private static final EvmAddress NOWHERE = new EvmAddress("0x" + "0".repeat(40));

    @AssertTrue(message = "gasService may be left out only where the profile is LEGACY")
    boolean isPrepayableWhereItMustBe() {
      return isBitcoin()
          || profile == Profile.LEGACY
          || (gasService != null && !gasService.equals(NOWHERE));
    }

    @AssertTrue(
        message =
            "a chain of family BITCOIN has a network alone; another has chainId, settlement and"
                + " verifier, and no network")
    boolean isOfItsFamily() {
      return isBitcoin()
          ? network != null
              && Stream.of(profile, chainId, settlement, gasService, verifier)
                  .allMatch(Objects::isNull)
          : network == null && Stream.of(chainId, settlement, verifier).noneMatch(Objects::isNull);
    }

    private boolean isBitcoin() {
      return family == Family.BITCOIN;
    }

    ChainState state(ChainName name, Instant at) {
      Status wanted = Objects.requireNonNullElse(status, Status.ACTIVE);
      if (isBitcoin()) {
        return ChainState.bitcoin(name, Objects.requireNonNull(network), wanted, at);
      }
      return new ChainState(
          name,
          Objects.requireNonNullElse(family, Family.EVM),
          Objects.requireNonNullElse(profile, Profile.V2),
          Objects.requireNonNull(chainId),
          Objects.requireNonNull(settlement),
          Objects.requireNonNullElse(gasService, NOWHERE),
          Objects.requireNonNull(verifier),
          wanted,
          at);
    }
  }

  @Operation(operationId = "putChain", summary = "Put a chain into the book, or change it")
  @ApiResponse(
      responseCode = "200",
      description = "Changed, or as it was",
      useReturnTypeSchema = true)
  @ApiResponse(responseCode = "201", description = "New in the book", useReturnTypeSchema = true)
  @PutMapping("/v1/chains/{name}")
  @OperatorOnly
  ResponseEntity<ChainState> put(@PathVariable ChainName name, @Valid @RequestBody ChainBody body) {
    return book.put(body.state(name, clock.instant())).toResponse();
  }

  @Operation(operationId = "getChain", summary = "A chain")
  @GetMapping("/v1/chains/{name}")
  @PartnerReadable
  ChainState get(@PathVariable ChainName name) {
    return contents.chain(name);
  }

  @Operation(operationId = "listChains", summary = "Chains")
  @GetMapping("/v1/chains")
  @PartnerReadable
  Items<ChainState> list() {
    return new Items<>(contents.chains());
  }
}
