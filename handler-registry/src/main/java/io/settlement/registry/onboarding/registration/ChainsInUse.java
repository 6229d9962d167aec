// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.onboarding.Applicants;
import io.settlement.registry.onboarding.Applicants.Applicant;
import io.settlement.registry.onboarding.Findings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which chains messages may be sent to and from, and whose they are. */
@Component
class ChainsInUse {
  private static final String BOOK = "BOOK";

  private final Contents book;
  private final Applicants applicants;

  ChainsInUse(Contents book, Applicants applicants) {
    this.book = book;
    this.applicants = applicants;
  }

  /**
   * A chain in the book.
   *
   * @throws Problem when there is none of that name
   */
  ChainState get(ChainName name) {
    return book.findChain(name)
        .orElseThrow(
            () -> Problem.unprocessable("unknown-chain", "no chain is called %s".formatted(name)));
  }

  /** The application it came by, or comes by; empty where it is the operator's own. */
  Optional<Applicant> applicant(ChainName name) {
    return applicants
        .inUse(name)
        .or(
            () ->
                applicants.underWay().stream().filter(one -> one.chain().equals(name)).findFirst());
  }

  /** In use: active, live if it came by an application, and with contracts that can be asked. */
  void check(Findings findings, ChainName name, long chainId) {
    ChainState chain = get(name);
    findings
        .equal(BOOK, "chain %s in the book".formatted(name), Status.ACTIVE, chain::status)
        .equal(BOOK, "the id of " + name, chainId, chain::chainId)
        .equal(BOOK, "the profile of " + name, Profile.V2, chain::profile)
        .equal(
            BOOK,
            "onboarding of " + name,
            "LIVE",
            () -> applicant(name).map(one -> one.stage().name()).orElse("LIVE"));
  }
}
