// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.Drift;
import io.settlement.registry.Items;
import io.settlement.registry.OperatorOnly;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.onboarding.OnboardingController.ReasonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is live and not as it was admitted. */
@Tag(name = "Onboarding")
@RestController
@RequestMapping("/v1/onboarding/drift")
class DriftController {
  private final Baselines baselines;
  private final DriftWatch watch;

  DriftController(Baselines baselines, DriftWatch watch) {
    this.baselines = baselines;
    this.watch = watch;
  }

  /** A watched chain or handler. */
  record DriftView(
      String subject, List<Drift> drifted, Instant admittedAt, @Nullable Instant checkedAt) {}

  @Operation(
      operationId = "listDrift",
      summary = "Everything that is watched, and how it differs from what was admitted")
  @GetMapping
  @PartnerReadable
  Items<DriftView> list() {
    return new Items<>(
        baselines.all().stream()
            .map(one -> new DriftView(one.subject(), one.drifted(), one.at(), one.checkedAt()))
            .toList());
  }

  @Operation(
      operationId = "acceptDrift",
      summary = "Let what is there now be what should be, and say why")
  @PostMapping("/{subject}/accept")
  @OperatorOnly
  Items<DriftView> accept(
      @PathVariable String subject, @Valid @RequestBody ReasonBody body, Authentication caller) {
    watch.accept(subject, caller.getName(), body.reason());
    return list();
  }
}
