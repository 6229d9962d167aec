// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.registry.Items;
import io.settlement.registry.OperatorOnly;
import io.settlement.registry.onboarding.Paper.Network;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nodes of new chains for the services that run. */
@Tag(name = "Onboarding")
@RestController
@RequestMapping("/v1/onboarding")
class NodesController {
  private final Docket docket;
  private final NodeBook nodes;
  private final Clock clock;

  NodesController(Docket docket, NodeBook nodes, Clock clock) {
    this.docket = docket;
    this.nodes = nodes;
    this.clock = clock;
  }

  /**
   * Which nodes.
   *
   * @param confirmations blocks that must stand before a block is final; the chain's finalized tag
   *     decides when it is left out
   */
  record NodesBody(
      @NotNull Network network, @Nullable @Min(0) @Max(100_000) Integer confirmations) {}

  @Operation(
      operationId = "admitApplicationNodes",
      summary = "Let running services read a new chain through its applicant's nodes")
  @PostMapping("/applications/{id}/nodes")
  @OperatorOnly
  Items<NodesState> admit(
      @PathVariable UUID id, @Valid @RequestBody NodesBody body, Authentication caller) {
    Application application = docket.get(id, Caller.of(caller));
    int confirmations = Objects.requireNonNullElse(body.confirmations(), 0);
    nodes.admit(application, body.network(), confirmations, caller.getName(), clock.instant());
    return list();
  }

  @Operation(
      operationId = "listAdmittedNodes",
      summary = "The nodes that running services may read")
  @GetMapping("/nodes")
  @OperatorOnly
  Items<NodesState> list() {
    return new Items<>(nodes.all().stream().map(NodeBook.Admitted::state).toList());
  }
}
