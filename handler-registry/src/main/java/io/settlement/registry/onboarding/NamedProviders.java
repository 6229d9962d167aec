// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.conformance.AddressPolicy;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Whose nodes are to be watched. */
public interface NamedProviders {

  /** The operator's own, and those of every application that has not ended; each of them once. */
  List<NamedProvider> all();

  /** Those that an application names, for its deployments too; none when there is no such one. */
  List<NamedProvider> of(UUID application);

  /**
   * A node of a chain.
   *
   * @param chainId EIP-155 chain id
   * @param url JSON-RPC over HTTP; may hold an access token, never to be logged or told
   * @param operator who runs it
   * @param addresses which addresses may be asked
   */
  record NamedProvider(
      ChainName chain, long chainId, URI url, String operator, AddressPolicy addresses) {

    /** By what everybody may know it. */
    public ProviderId id() {
      return ProviderId.of(chainId, url);
    }

    /** Without the address. */
    @Override
    public String toString() {
      return "provider %s of %s".formatted(id(), chain);
    }
  }
}
