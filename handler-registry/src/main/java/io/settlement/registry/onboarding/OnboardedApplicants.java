// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.value.ChainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Applications as those see them who measure chains. */
@Component
class OnboardedApplicants implements Applicants {
  private static final Set<OnboardingStage> ON_MAINNET =
      Set.of(OnboardingStage.MAINNET_DEPLOYED, OnboardingStage.LIVE, OnboardingStage.SUSPENDED);
  private static final Set<OnboardingStage> IN_USE =
      Set.of(OnboardingStage.LIVE, OnboardingStage.SUSPENDED);
  private static final int MOST = 10_000;

  private final ApplicationTable applications;

  OnboardedApplicants(ApplicationTable applications) {
    this.applications = applications;
  }

  @Override
  public Optional<Applicant> find(UUID application) {
    return applications.find(application).map(OnboardedApplicants::of);
  }

  @Override
  public Optional<Applicant> inUse(ChainName chain) {
    return IN_USE.stream()
        .flatMap(stage -> applications.page(null, stage, MOST).stream())
        .map(OnboardedApplicants::of)
        .filter(one -> one.chain().equals(chain))
        .findFirst();
  }

  @Override
  public List<Applicant> underWay() {
    return applications.allOpen().stream()
        .filter(one -> one.stage() != OnboardingStage.LIVE)
        .map(OnboardedApplicants::of)
        .toList();
  }

  @Override
  public List<Applicant> live() {
    return applications.page(null, OnboardingStage.LIVE, MOST).stream()
        .map(OnboardedApplicants::of)
        .toList();
  }

  private static Applicant of(Application application) {
    Paper paper = application.paper();
    Optional<Deployed> deployed =
        application
            .deployment(Paper.Network.MAINNET)
            .filter(any -> ON_MAINNET.contains(application.stage()));
    return new Applicant(
        application.id(),
        application.owner(),
        application.stage(),
        deployed.map(Deployed::name).orElseGet(paper::chain),
        deployed.map(Deployed::chainId).orElseGet(paper::chainId),
        deployed.map(Deployed::providers).orElseGet(paper::providers).stream()
            .map(one -> new ChainNode(one.url(), one.webSocketUrl(), one.operator()))
            .toList(),
        paper.declaration());
  }
}
