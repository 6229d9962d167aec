// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.ChainSettings;
import io.settlement.conformance.AddressPolicy;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nodes as applications and the operator's configuration name them. */
@Component
class OnboardedProviders implements NamedProviders {
  private static final String OPERATOR = "the suite's operator";

  private final ApplicationTable applications;
  private final List<NamedProvider> own;
  private final AddressPolicy strangers;

  OnboardedProviders(
      ApplicationTable applications, ChainsSettings chains, OnboardingSettings settings) {
    this.applications = applications;
    this.own = chains.chains().stream().flatMap(OnboardedProviders::own).toList();
    this.strangers =
        settings.allowPrivateAddresses() ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY;
  }

  private static Stream<NamedProvider> own(ChainSettings chain) {
    return chain.rpcUrls().stream()
        .map(
            url ->
                new NamedProvider(chain.name(), chain.chainId(), url, OPERATOR, AddressPolicy.ANY));
  }

  @Override
  public List<NamedProvider> all() {
    return distinct(Stream.concat(own.stream(), applications.allOpen().stream().flatMap(this::of)));
  }

  @Override
  public List<NamedProvider> of(UUID application) {
    return distinct(applications.find(application).stream().flatMap(this::of));
  }

  private Stream<NamedProvider> of(Application application) {
    Paper paper = application.paper();
    Stream<NamedProvider> applied = of(paper.chain(), paper.chainId(), paper.providers());
    Stream<NamedProvider> deployed =
        Arrays.stream(Paper.Network.values())
            .flatMap(network -> application.deployment(network).stream())
            .flatMap(one -> of(one.name(), one.chainId(), one.providers()));
    return Stream.concat(applied, deployed);
  }

  private Stream<NamedProvider> of(ChainName chain, long chainId, List<Paper.Provider> providers) {
    return providers.stream()
        .map(one -> new NamedProvider(chain, chainId, one.url(), one.operator(), strangers));
  }

  /** The first of each: what the operator configured goes before. */
  private static List<NamedProvider> distinct(Stream<NamedProvider> named) {
    Map<ProviderId, NamedProvider> byId = new LinkedHashMap<>();
    named.forEach(one -> byId.putIfAbsent(one.id(), one));
    return List.copyOf(byId.values());
  }
}
