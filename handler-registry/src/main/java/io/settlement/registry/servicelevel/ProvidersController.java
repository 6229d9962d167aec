// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.events.value.ChainName;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.PartnerReadable;
import io.settlement.registry.onboarding.Applicants;
import io.settlement.registry.onboarding.NamedProviders;
import io.settlement.registry.servicelevel.Hours.Latency;
import io.settlement.registry.servicelevel.Hours.Month;
import io.settlement.registry.servicelevel.WatchList.Watched;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How providers kept their service levels, over REST. */
@Tag(name = "Chains")
@RestController
class ProvidersController {
  private static final String OPERATOR = "SCOPE_operator";

  private final Contents book;
  private final Applicants applicants;
  private final NamedProviders providers;
  private final WatchList watchList;
  private final Hours hours;
  private final Clock clock;

  ProvidersController(
      Contents book,
      Applicants applicants,
      NamedProviders providers,
      WatchList watchList,
      Hours hours,
      Clock clock) {
    this.book = book;
    this.applicants = applicants;
    this.providers = providers;
    this.watchList = watchList;
    this.hours = hours;
    this.clock = clock;
  }

  /**
   * Providers over a window.
   *
   * @param window how far back; whole hours
   * @param at when it was read
   */
  record ProvidersView(Duration window, Instant at, List<ProviderView> items) {}

  @Operation(
      operationId = "listChainProviders",
      summary = "How the providers of a chain in the book answered for thirty days")
  @GetMapping("/v1/chains/{name}/providers")
  @PartnerReadable
  ProvidersView ofChain(@PathVariable ChainName name) {
    if (book.chains().stream().noneMatch(chain -> chain.chain().equals(name))) {
      throw Problem.notFound("unknown-chain", "no chain is called %s".formatted(name));
    }
    return view(watchList.of(name));
  }

  @Operation(
      operationId = "listApplicationProviders",
      summary = "How the providers that an application names answered for thirty days")
  @GetMapping("/v1/onboarding/applications/{id}/providers")
  @PartnerReadable
  ProvidersView ofApplication(@PathVariable UUID id, Authentication caller) {
    boolean visible =
        applicants
            .find(id)
            .filter(one -> isOperator(caller) || one.owner().equals(caller.getName()))
            .isPresent();
    if (!visible) {
      throw Problem.notFound("unknown-application", "no application " + id);
    }
    List<String> ids = providers.of(id).stream().map(one -> one.id().value()).toList();
    return view(watchList.of(ids));
  }

  private static boolean isOperator(Authentication caller) {
    return caller.getAuthorities().stream().anyMatch(one -> OPERATOR.equals(one.getAuthority()));
  }

  private ProvidersView view(List<Watched> watched) {
    Instant now = clock.instant();
    List<String> ids = watched.stream().map(one -> one.provider().value()).toList();
    Map<String, Month> months = hours.month(ids, now);
    Map<String, Latency> latencies = hours.latency(ids, now, Rows.WINDOW);
    Map<String, Map<String, Long>> errors = hours.errors(ids, now);
    List<ProviderView> items =
        watched.stream()
            .map(
                one -> {
                  String provider = one.provider().value();
                  return ProviderView.of(
                      one,
                      months.get(provider),
                      latencies.get(provider),
                      errors.getOrDefault(provider, Map.of()));
                })
            .toList();
    return new ProvidersView(Rows.WINDOW, now, items);
  }
}
