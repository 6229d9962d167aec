// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each night every chain in use is measured again; which instance asks for it does not matter. */
@Component
class NightlyRuns {
  private static final Logger log = LoggerFactory.getLogger(NightlyRuns.class);

  private final Subjects subjects;
  private final Runs runs;
  private final Clock clock;

  NightlyRuns(Subjects subjects, Runs runs, Clock clock) {
    this.subjects = subjects;
    this.runs = runs;
    this.clock = clock;
  }

  @Scheduled(cron = "${settlement.conformance.nightly:0 17 2 * * *}", zone = "UTC")
  void ask() {
    ask(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Asks for this night's runs, where they were not asked for yet. */
  void ask(LocalDate night) {
    for (Measured chain : subjects.inUse()) {
      try {
        runs.askNightly(chain, night);
      } catch (Problem unfit) {
        log.atError()
            .addKeyValue("chain", chain.chain())
            .log("not measured this night: {}", unfit.detail());
      }
    }
  }
}
