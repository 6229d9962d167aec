// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Primitives;
import io.settlement.artifact.proof.Baskets.BasketView;
import io.settlement.artifact.proof.RouteLiquidity.Flow;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be had of an artifact: through baskets and over routes. */
@Tag(name = "Artifacts")
@RestController
@RequestMapping("/v1/artifacts/{id}")
class LiquidityController {
  private final Primitives primitives;
  private final Baskets baskets;
  private final RouteLiquidity routes;

  LiquidityController(Primitives primitives, Baskets baskets, RouteLiquidity routes) {
    this.primitives = primitives;
    this.baskets = baskets;
    this.routes = routes;
  }

  /** What a share of each basket is worth, leg by leg. */
  @Operation(
      operationId = "listBaskets",
      summary = "The baskets that an artifact is part of, and what they hold")
  @GetMapping("/baskets")
  List<BasketView> baskets(@PathVariable String id) {
    return primitives
        .ofArtifact(id)
        .map(baskets::of)
        .orElseThrow(
            () -> Problem.notFound("unknown-artifact", "no primitive stands behind " + id));
  }

  /**
   * A route.
   *
   * @param available the most that can arrive, decimal text in the smallest unit; null when nothing
   *     but minting limits it
   * @param stopped why nothing arrives, or why nobody knows; null when something does
   */
  record RouteView(
      HandlerId from, HandlerId to, @Nullable String available, @Nullable String stopped) {

    static RouteView of(Flow flow) {
      BigInteger available = flow.available();
      return new RouteView(
          flow.route().from(),
          flow.route().to(),
          available == null ? null : available.toString(),
          flow.stopped() == null ? flow.unknown() : flow.stopped());
    }
  }

  /** How much can arrive over each open route; none for an artifact without routes. */
  @Operation(
      operationId = "listArtifactLiquidity",
      summary = "What can arrive over each route of an artifact now")
  @GetMapping("/liquidity")
  List<RouteView> liquidity(@PathVariable String id) {
    return routes.of(id).stream().map(RouteView::of).toList();
  }
}
