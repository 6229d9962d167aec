// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Validator sets over REST. */
@Tag(name = "Validators")
@RestController
class ValidatorsController {
  private final RouteBook book;
  private final Contents contents;
  private final Clock clock;

  ValidatorsController(RouteBook book, Contents contents, Clock clock) {
    this.book = book;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * Who signs for a destination, as an operator describes it.
   *
   * @param epoch the number of the set; counted by the book when left out
   * @param required how many signatures make a quorum certificate
   */
  record ValidatorsBody(
      @Nullable @Positive Long epoch,
      @NotNull Integer required,
      @NotNull @Size(max = 128) List<@NotNull EvmAddress> validators) {

    ValidatorSetProposal proposal(ChainName chain, Instant at) {
      return new ValidatorSetProposal(chain, epoch, required, validators, at);
    }
  }

  @Operation(operationId = "putValidators", summary = "Say who signs for a chain")
  @ApiResponse(
      responseCode = "200",
      description = "Changed, or as it was",
      useReturnTypeSchema = true)
  @ApiResponse(responseCode = "201", description = "New in the book", useReturnTypeSchema = true)
  @PutMapping("/v1/validators/{chain}")
  @OperatorOnly
  ResponseEntity<ValidatorSetState> put(
      @PathVariable ChainName chain, @Valid @RequestBody ValidatorsBody body) {
    return book.put(body.proposal(chain, clock.instant())).toResponse();
  }

  @Operation(operationId = "getValidators", summary = "Who signs for a chain")
  @GetMapping("/v1/validators/{chain}")
  @PartnerReadable
  ValidatorSetState get(@PathVariable ChainName chain) {
    return contents.validatorSet(chain);
  }

  @Operation(operationId = "listValidators", summary = "Who signs, by chain")
  @GetMapping("/v1/validators")
  @PartnerReadable
  Items<ValidatorSetState> list() {
    return new Items<>(contents.validatorSets());
  }
}
