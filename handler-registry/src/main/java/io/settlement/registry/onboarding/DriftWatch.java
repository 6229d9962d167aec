// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.onboarding.Baselines.Baseline;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares what is live with what was admitted: code, owner, threshold, whitelist. A node that does
 * not answer changes nothing.
 */
@Component
class DriftWatch {
  private static final Logger log = LoggerFactory.getLogger(DriftWatch.class);

  private final ApplicationTable applications;
  private final Contents book;
  private final Fingerprints fingerprints;
  private final Lines lines;
  private final Desk desk;
  private final Baselines baselines;
  private final Clock clock;

  DriftWatch(
      ApplicationTable applications,
      Contents book,
      Fingerprints fingerprints,
      Lines lines,
      Desk desk,
      Baselines baselines,
      Clock clock) {
    this.applications = applications;
    this.book = book;
    this.fingerprints = fingerprints;
    this.lines = lines;
    this.desk = desk;
    this.baselines = baselines;
    this.clock = clock;
  }

  /** A chain's main network as it is now. */
  Map<String, String> fingerprint(Application application) {
    return fingerprints.of(mainnet(application));
  }

  private static Deployed mainnet(Application application) {
    return application.deployment(Paper.Network.MAINNET).orElseThrow(Docket::notDeployed);
  }

  /** From now on it should stay like this. */
  void admit(Application application, Map<String, String> fingerprint) {
    baselines.admit(
        mainnet(application).name().value(), application.id(), fingerprint, clock.instant());
  }

  /**
   * What is there now is what should be.
   *
   * @throws Problem when nothing of that name is watched, or no node answers
   */
  void accept(String subject, String operator, String reason) {
    Baseline baseline =
        baselines
            .find(subject)
            .orElseThrow(() -> Problem.notFound("unknown-subject", subject + " is not watched"));
    Map<String, String> found;
    try {
      found = desk.ask(() -> fingerprint(baseline));
    } catch (Unasked silent) {
      throw Problem.unavailable("nodes-too-slow", silent.detail());
    }
    baselines.accept(baseline, found, operator, reason, clock.instant());
    log.atWarn()
        .addKeyValue("subject", subject)
        .addKeyValue("operator", operator)
        .addKeyValue("reason", reason)
        .log("what is different on chain was accepted");
  }

  private Map<String, String> fingerprint(Baseline baseline) {
    UUID id = baseline.application();
    if (isOfValidators(baseline)) {
      return validators(baseline);
    }
    if (baseline.subject().startsWith(Baselines.TOKEN)) {
      HandlerId token = HandlerId.parse(baseline.subject().substring(Baselines.TOKEN.length()));
      return fingerprints.ofToken(lines.to(token.chain()), token.evmAddress());
    }
    if (id == null) {
      HandlerId handler = HandlerId.parse(baseline.subject());
      return fingerprints.of(lines.to(handler.chain()), handler.evmAddress());
    }
    return fingerprint(applications.find(id).orElseThrow());
  }

  private static boolean isOfValidators(Baseline baseline) {
    return baseline.subject().startsWith(Baselines.VALIDATORS);
  }

  private Map<String, String> validators(Baseline baseline) {
    ChainName name = new ChainName(baseline.subject().substring(Baselines.VALIDATORS.length()));
    EvmAddress verifier =
        book.findChain(name)
            .map(ChainState::verifier)
            .orElseThrow(
                () ->
                    new Unasked(Unasked.Why.UNREACHABLE, "%s is not in the book".formatted(name)));
    return fingerprints.ofValidators(lines.to(name), verifier);
  }

  @Scheduled(fixedDelayString = "${settlement.onboarding.drift-interval:1m}")
  void look() {
    baselines.all().forEach(this::look);
  }

  private void look(Baseline baseline) {
    try {
      if (isWatched(baseline)) {
        compare(baseline, desk.ask(() -> everything(baseline)));
      }
    } catch (Unasked | Problem silent) {
      log.atWarn()
          .addKeyValue("subject", baseline.subject())
          .log("not compared: {}", silent.getMessage());
    }
  }

  /** What was admitted, and of a handler what the book relies on today. */
  private Map<String, String> everything(Baseline baseline) {
    Map<String, String> found = new HashMap<>(fingerprint(baseline));
    if (isOfHandler(baseline)) {
      found.putAll(fingerprints.whitelist(HandlerId.parse(baseline.subject())));
    }
    return found;
  }

  private static boolean isOfHandler(Baseline baseline) {
    return baseline.application() == null
        && !isOfValidators(baseline)
        && !baseline.subject().startsWith(Baselines.TOKEN);
  }

  private boolean isWatched(Baseline baseline) {
    UUID id = baseline.application();
    return id == null
        || applications.find(id).filter(one -> one.stage() == OnboardingStage.LIVE).isPresent();
  }

  private void compare(Baseline baseline, Map<String, String> found) {
    Map<String, String> demanded =
        isOfHandler(baseline)
            ? fingerprints.expectedWhitelist(HandlerId.parse(baseline.subject()))
            : Map.of();
    if (baselines.compare(baseline.subject(), demanded, found, clock.instant())) {
      log.atError()
          .addKeyValue("subject", baseline.subject())
          .log("what was admitted is different on chain, or is as it was again");
    }
  }
}
