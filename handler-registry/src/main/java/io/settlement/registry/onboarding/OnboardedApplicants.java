// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Applications as those see them who measure chains. */
@Component
class OnboardedApplicants implements Applicants {
  private final ApplicationTable applications;

  OnboardedApplicants(ApplicationTable applications) {
    this.applications = applications;
  }

  @Override
  public Optional<Applicant> find(UUID application) {
    return applications
        .find(application)
        .map(
            one ->
                new Applicant(
                    one.id(),
                    one.owner(),
                    one.chain(),
                    one.paper().chainId(),
                    one.paper().providers().stream().map(Paper.Provider::url).toList(),
                    one.paper().declaration()));
  }
}
