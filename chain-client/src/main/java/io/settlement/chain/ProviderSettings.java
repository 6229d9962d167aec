// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One provider of a chain's node. An entry of {@code settlement.chains[].providers[]}; what is left
 * out gets the default named here.
 *
 * @param name how reports, metrics and logs call it; host and port. The path of an address may hold
 *     an access token, so an address is never shown
 * @param url HTTP JSON-RPC address
 * @param webSocketUrl where new blocks are announced, ws or wss; nowhere
 * @param weight its share of the reads beside the other providers'; 1
 * @param callsPerSecond most JSON-RPC requests it may be sent each second, the members of a batch
 *     counted one by one; 0, no limit
 */
public record ProviderSettings(
    String name, URI url, @Nullable URI webSocketUrl, int weight, int callsPerSecond) {

  /** Fills in defaults, refuses what cannot work. */
  public ProviderSettings {
    require(url != null && url.getHost() != null, "a provider has no url");
    require(
        webSocketUrl == null || webSocketUrl.getHost() != null,
        "web-socket-url of a provider is no address");
    name = name == null || name.isBlank() ? hostAndPort(url) : name;
    weight = weight == 0 ? 1 : weight;
    require(weight > 0, name + ": weight must be positive");
    require(callsPerSecond >= 0, name + ": calls-per-second must not be negative");
  }

  /** A provider of which only the address is known. */
  @SuppressWarnings("NullAway") // the constructor turns null into the default
  public static ProviderSettings of(URI url) {
    return new ProviderSettings(null, url, null, 0, 0);
  }

  /** The same under another name. */
  ProviderSettings named(String other) {
    return new ProviderSettings(other, url, webSocketUrl, weight, callsPerSecond);
  }

  private static String hostAndPort(URI url) {
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("settlement.chains: providers: " + otherwise);
    }
  }

  /** Without the addresses. */
  @Override
  public String toString() {
    return name;
  }
}
