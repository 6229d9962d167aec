// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.artifact.proof.PauseReports.Report;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What guardians are to send, and what became of it. */
@Tag(name = "Artifacts")
@RestController
@RequestMapping("/v1/artifacts/{id}/orders")
class OrderController {
  private final Primitives primitives;
  private final Imbalances imbalances;
  private final PauseReports reports;

  OrderController(Primitives primitives, Imbalances imbalances, PauseReports reports) {
    this.primitives = primitives;
    this.imbalances = imbalances;
    this.reports = reports;
  }

  /**
   * What a guardian is to send.
   *
   * @param data calldata of {@code pause_minting()}; it stops nothing but the minting of this
   *     artifact on this chain
   * @param report what the courier's lanes said of it; null while they said nothing
   */
  record OrderView(
      ChainName chain, EvmAddress to, String data, long imbalance, @Nullable Report report) {}

  /** One for each chain while an imbalance lasts; nothing while there is none. */
  @Operation(
      operationId = "listArtifactOrders",
      summary = "What is ordered of an artifact's vaults and not paid yet")
  @GetMapping
  List<OrderView> orders(@PathVariable String id) {
    Primitive primitive =
        primitives
            .ofArtifact(id)
            .orElseThrow(
                () -> Problem.notFound("unknown-artifact", "no primitive stands behind " + id));
    return imbalances.open(id).stream()
        .flatMap(open -> primitive.deployments().stream().map(at -> view(id, at, open.number())))
        .toList();
  }

  private OrderView view(String artifact, Deployment at, long number) {
    return new OrderView(
        at.chain(),
        at.token(),
        Hex.encode(ArtifactAbi.pauseMinting()),
        number,
        reports.of(artifact, at.chain(), number).orElse(null));
  }
}
