// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.Rules;
import io.settlement.registry.onboarding.ApplicationTable.OpenChain;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a new chain may be called, beside the chains in the book and those on their way. */
@Component
class NameRules {
  private static final String BITCOIN = "Bitcoin";

  private final Contents book;
  private final ApplicationTable applications;
  private final OnboardingSettings settings;

  NameRules(Contents book, ApplicationTable applications, OnboardingSettings settings) {
    this.book = book;
    this.applications = applications;
    this.settings = settings;
  }

  /**
   * @throws Problem when name or id are taken, the name begins another, or its owner has applied
   *     too often
   */
  void check(String owner, Paper paper) {
    List<ChainState> chains = book.chains();
    List<OpenChain> open = applications.open();
    String name = paper.chain().value();
    List<String> names =
        Stream.concat(
                chains.stream().map(chain -> chain.chain().value()),
                open.stream().map(OpenChain::chain))
            .toList();
    if (names.contains(name)) {
      throw Problem.conflict("chain-name-taken", "a chain is called %s already".formatted(name));
    }
    if (name.equals(BITCOIN)) {
      throw Problem.unprocessable("bitcoin-chain-name", "no chain with contracts is " + BITCOIN);
    }
    if (!Rules.isPrefixSafe(paper.chain(), names)) {
      throw Problem.unprocessable(
          "chain-name-not-prefix-safe",
          "%s begins the name of another chain, or one begins it".formatted(name));
    }
    boolean idTaken =
        chains.stream()
                .filter(chain -> chain.status() != Status.RETIRED)
                .anyMatch(chain -> chain.chainId() == paper.chainId())
            || open.stream().anyMatch(one -> one.chainId() == paper.chainId());
    if (idTaken) {
      throw Problem.conflict(
          "chain-id-taken", "chain id %d is of another chain".formatted(paper.chainId()));
    }
    if (applications.countOpen(owner) >= settings.mostOpen()) {
      throw Problem.tooMany(
          "too-many-applications", "at most %d are open at once".formatted(settings.mostOpen()));
    }
  }
}
