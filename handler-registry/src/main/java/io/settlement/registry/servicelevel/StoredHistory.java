// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.Observations;
import io.settlement.events.value.ProviderId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The history as PostgreSQL has it. */
@Component
class StoredHistory implements ServiceLevelHistory {
  private final Hours hours;
  private final FinalBlocks finals;
  private final Clock clock;

  StoredHistory(Hours hours, FinalBlocks finals, Clock clock) {
    this.hours = hours;
    this.finals = finals;
    this.clock = clock;
  }

  @Override
  public Observations of(long chainId, Collection<URI> providers) {
    return of(chainId, providers, clock);
  }

  Observations of(long chainId, Collection<URI> providers, Clock time) {
    Map<String, URI> addresses =
        providers.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    address -> ProviderId.of(chainId, address).value(), Function.identity()));
    return new Seen(
        chainId, id -> addresses.getOrDefault(id, URI.create("urn:provider:" + id)), time);
  }

  private final class Seen implements Observations {
    private final long chainId;
    private final Function<String, URI> address;
    private final Clock time;

    Seen(long chainId, Function<String, URI> address, Clock time) {
      this.chainId = chainId;
      this.address = address;
      this.time = time;
    }

    @Override
    public Uptime uptime(URI provider, Duration window) {
      return hours.uptime(id(provider), time.instant(), window);
    }

    @Override
    public Soak soak(URI provider, Duration window) {
      return hours.soak(id(provider), time.instant(), window);
    }

    @Override
    public Finality finality(Duration window) {
      Instant now = time.instant();
      Instant since = now.minus(window);
      Hours.Sights sights = hours.sights(chainId, now, window);
      return new Finality(
          sights.watched(),
          finals.heights(chainId, since),
          sights.providers(),
          finals.violations(chainId, since, address));
    }

    private String id(URI provider) {
      return ProviderId.of(chainId, provider).value();
    }
  }
}
