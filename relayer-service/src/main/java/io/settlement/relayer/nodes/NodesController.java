// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how the providers of each chain serve this process. */
@Tag(name = "Chains")
@RestController
@RequestMapping("/v1/nodes")
class NodesController {
  private final Nodes nodes;

  NodesController(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Every configured chain; since this process started. */
  @GetMapping
  @Operation(
      operationId = "listNodes",
      summary = "Nodes: health, lag, cost and contradictions of each chain's providers")
  List<ChainScorecard> nodes() {
    return nodes.all().stream().map(ChainScorecard::of).toList();
  }
}
