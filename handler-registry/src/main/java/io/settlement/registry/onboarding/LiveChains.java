// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.OnboardingStage;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.RouteBook;
import io.settlement.registry.onboarding.Docket.Moved;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The book follows what is decided of a chain that is or was live. */
@Component
class LiveChains {
  private final Contents book;
  private final RouteBook writer;

  LiveChains(Contents book, RouteBook writer) {
    this.book = book;
    this.writer = writer;
  }

  @EventListener
  void follow(Moved moved) {
    ChainName name = name(moved.from());
    switch (moved.to()) {
      case LIVE -> put(name, Status.ACTIVE, moved);
      case SUSPENDED -> put(name, Status.SUSPENDED, moved);
      case RETIRED -> put(name, Status.RETIRED, moved);
      default -> {}
    }
  }

  private static ChainName name(Application application) {
    return application
        .deployment(Paper.Network.MAINNET)
        .map(Deployed::name)
        .orElseGet(application::chain);
  }

  private void put(ChainName name, Status status, Moved moved) {
    Optional<ChainState> known =
        book.chains().stream().filter(chain -> chain.chain().equals(name)).findFirst();
    if (known.isEmpty() && moved.to() == OnboardingStage.LIVE) {
      throw Problem.conflict("chain-not-in-book", "put %s into the book first".formatted(name));
    }
    known.ifPresent(
        chain ->
            writer.put(
                new ChainState(
                    chain.chain(),
                    chain.family(),
                    chain.profile(),
                    chain.chainId(),
                    chain.settlement(),
                    chain.gasService(),
                    chain.verifier(),
                    status,
                    moved.at(),
                    chain.network())));
  }
}
