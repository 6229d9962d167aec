// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.Observations;
import java.net.URI;
import java.util.Collection;

/** What was seen of a chain, for checks that judge over hours and days. Survives restarts. */
public interface ServiceLevelHistory {

  /**
   * All that was seen of a chain until the moment somebody asks.
   *
   * @param chainId EIP-155 chain id
   * @param providers addresses that may be named in what is found; others are named by their ids
   */
  Observations of(long chainId, Collection<URI> providers);
}
