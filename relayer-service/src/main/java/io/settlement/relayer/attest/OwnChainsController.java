// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.ProviderSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.nodes.StatedChain;
import io.settlement.relayer.nodes.ToldChains.Told;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a validator's own operator tells it the chains that it may sign for. */
@Tag(name = "Validator")
@RestController
@ConditionalOnRole(Role.VALIDATOR)
@RequestMapping("/v1/validator/chains")
@PreAuthorize("hasAuthority('SCOPE_operator')")
class OwnChainsController {
  private final OwnChains chains;
  private final Nodes nodes;

  OwnChainsController(OwnChains chains, Nodes nodes) {
    this.chains = chains;
    this.nodes = nodes;
  }

  /**
   * A chain that this validator signs for.
   *
   * @param providers its nodes by name; their addresses may hold access tokens
   * @param toldBy who told it while the process ran; null when it is configured
   */
  record ChainView(
      ChainName chain,
      long chainId,
      List<String> providers,
      int quorum,
      FinalityTag finality,
      int confirmations,
      EvmAddress settlement,
      EvmAddress gasService,
      EvmAddress verifier,
      @Nullable String toldBy,
      @Nullable Instant toldAt) {

    static ChainView of(ChainSettings chain, @Nullable Told told) {
      return new ChainView(
          chain.name(),
          chain.chainId(),
          chain.providers().stream().map(ProviderSettings::name).toList(),
          chain.quorum(),
          chain.finality(),
          chain.confirmations(),
          chain.settlement(),
          chain.gasService(),
          chain.verifier(),
          told == null ? null : told.by(),
          told == null ? null : told.at());
    }
  }

  @GetMapping
  @Operation(
      operationId = "listOwnChains",
      summary = "The EVM chains that this validator signs for, by whose word")
  List<ChainView> chains() {
    Map<ChainName, Told> told =
        chains.all().stream()
            .filter(one -> !nodes.isConfigured(one.chain()))
            .collect(Collectors.toMap(Told::chain, Function.identity()));
    return nodes.all().stream()
        .map(reader -> ChainView.of(reader.settings(), told.get(reader.settings().name())))
        .toList();
  }

  /** Told again the same, it changes nothing. */
  @PutMapping("/{chain}")
  @Operation(
      operationId = "putOwnChain",
      summary = "Sign for a chain from now on, by this validator's own nodes and contracts")
  ChainView tell(
      @PathVariable ChainName chain,
      @RequestParam(defaultValue = "a new chain") @NotBlank @Size(max = 500) String because,
      @Valid @RequestBody StatedChain stated,
      Principal operator) {
    Told told = chains.tell(chain, stated, operator.getName(), because);
    return ChainView.of(told.stated().settings(chain), told);
  }
}
