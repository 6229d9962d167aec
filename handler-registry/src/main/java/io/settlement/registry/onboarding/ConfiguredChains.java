// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.ChainSettings;
import io.settlement.conformance.AddressPolicy;
import io.settlement.events.value.ChainName;
import io.settlement.registry.onboarding.Applicants.ChainNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The operator's chains as {@code settlement.chains} names them. */
@Component
class ConfiguredChains implements OperatorsChains {
  private static final String OPERATOR = "the suite's operator";

  private final Map<ChainName, OperatorsChain> chains;
  private final AddressPolicy strangers;

  ConfiguredChains(ChainsSettings settings, OnboardingSettings onboarding) {
    chains =
        settings.chains().stream()
            .map(ConfiguredChains::of)
            .collect(Collectors.toMap(OperatorsChain::chain, chain -> chain));
    strangers = onboarding.allowPrivateAddresses() ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY;
  }

  private static OperatorsChain of(ChainSettings chain) {
    return new OperatorsChain(
        chain.name(),
        chain.chainId(),
        chain.providers().stream()
            .map(one -> new ChainNode(one.url(), one.webSocketUrl(), OPERATOR))
            .toList());
  }

  @Override
  public Optional<OperatorsChain> find(ChainName chain) {
    return Optional.ofNullable(chains.get(chain));
  }

  @Override
  public AddressPolicy strangers() {
    return strangers;
  }
}
