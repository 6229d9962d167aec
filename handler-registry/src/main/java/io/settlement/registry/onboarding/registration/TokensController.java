// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Items;
import io.settlement.registry.PartnerReadable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens over REST. */
@Tag(name = "Handlers")
@RestController
@RequestMapping("/v1/tokens")
class TokensController {
  private final TokenBook tokens;

  TokensController(TokenBook tokens) {
    this.tokens = tokens;
  }

  @Operation(
      operationId = "listTokens",
      summary = "Tokens that handlers in the book move, as their contracts name them")
  @GetMapping
  @PartnerReadable
  Items<TokenState> list() {
    return new Items<>(tokens.all());
  }

  @Operation(operationId = "getToken", summary = "One token")
  @GetMapping("/{chain}/{address}")
  @PartnerReadable
  TokenState get(@PathVariable ChainName chain, @PathVariable EvmAddress address) {
    return tokens
        .find(chain, address)
        .orElseThrow(
            () ->
                Problem.notFound(
                    "unknown-token", "nobody registered %s on %s".formatted(address, chain)));
  }
}
