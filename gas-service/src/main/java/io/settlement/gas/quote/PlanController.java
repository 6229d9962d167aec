// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.gas.GasSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a strategy over several chains would cost. */
@Tag(name = "Quotes")
@RestController
@RequestMapping("/v1/quotes/plans")
class PlanController {
  private final Plans plans;
  private final PayoutCosts payouts;
  private final GasSettings settings;

  PlanController(Plans plans, PayoutCosts payouts, GasSettings settings) {
    this.plans = plans;
    this.payouts = payouts;
    this.settings = settings;
  }

  @Operation(operationId = "createQuotePlan", summary = "Quote the messages of a plan together")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<PlanView> issue(@Valid @RequestBody PlanRequest request) {
    PlanView view =
        view(
            plans.issue(request.hops().stream().map(hop -> hop.ask(settings.defaults())).toList()));
    return ResponseEntity.created(URI.create("/v1/quotes/plans/" + view.planId())).body(view);
  }

  @Operation(operationId = "getQuotePlan", summary = "A plan, with the newest quote of each hop")
  @GetMapping("/{id}")
  PlanView find(@PathVariable String id) {
    return view(plans.find(plan(id)));
  }

  @Operation(
      operationId = "requoteHop",
      summary = "Quote a hop again that was not signed, for no more than its bound")
  @PostMapping("/{id}/hops/{position}")
  PlanView requote(
      @PathVariable String id,
      @PathVariable int position,
      @Valid @RequestBody QuoteRequest request) {
    return view(plans.requote(plan(id), position, request.ask(settings.defaults())));
  }

  private PlanView view(Plans.Plan plan) {
    return PlanView.of(plan, payouts);
  }

  private static UUID plan(String id) {
    return QuoteController.parse(id, "invalid-plan-id");
  }
}
