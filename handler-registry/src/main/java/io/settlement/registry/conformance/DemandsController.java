// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Requirement;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.conformance.Runs.Asker;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is looked at, and what the caller may ask for: everything somebody needs to begin. */
@Tag(name = "Conformance")
@RestController
@RequestMapping({
  "/v1/onboarding/applications/{subject}/conformance",
  "/v1/chains/{subject}/conformance",
  "/v1/handlers/{subject}/conformance"
})
class DemandsController {
  private final Subjects subjects;

  DemandsController(Subjects subjects) {
    this.subjects = subjects;
  }

  /**
   * What is demanded of whom.
   *
   * @param mayRun whether the caller may ask for runs
   * @param mayWaive whether the caller may waive what is not met
   */
  record DemandsView(String subject, boolean mayRun, boolean mayWaive, List<Demand> items) {}

  /**
   * A requirement.
   *
   * @param area a run may look at some areas alone
   * @param title a few words
   * @param text what is demanded
   * @param mandatory whether who fails it is refused
   */
  record Demand(String id, String area, String title, String text, boolean mandatory) {
    static Demand of(Requirement requirement) {
      return new Demand(
          requirement.id(),
          Measurement.area(requirement.id()),
          requirement.title(),
          requirement.text(),
          requirement.mandatory());
    }
  }

  @Operation(
      operationId = "listConformanceRequirements",
      summary = "What is looked at, and whether the caller may run and waive")
  @GetMapping
  @PartnerReadable
  DemandsView demands(@PathVariable String subject, Authentication caller) {
    Measured measured = subjects.of(subject, caller);
    boolean operator = Subjects.isOperator(caller);
    return new DemandsView(
        measured.subject(),
        subjects.mayAsk(measured, new Asker(caller.getName(), operator)),
        operator,
        Measurement.requirements(measured).stream().map(Demand::of).toList());
  }
}
