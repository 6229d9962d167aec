// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One Bitcoin node. An entry of {@code settlement.bitcoin.providers[]}.
 *
 * @param name how reports, metrics and logs call it; host and port
 * @param url HTTP JSON-RPC address; never shown
 * @param user RPC user, with {@code password}; none
 * @param password its password; never shown
 * @param cookieFile the node's cookie instead of a user, read again for every connection; none
 */
public record BitcoinProviderSettings(
    String name,
    URI url,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path cookieFile) {

  /** Fills in defaults, refuses what cannot work. */
  public BitcoinProviderSettings {
    require(url != null && url.getHost() != null, "a provider has no url");
    require(url.getRawUserInfo() == null, "credentials belong in user and password, not in url");
    name = name == null || name.isBlank() ? hostAndPort(url) : name;
    require((user == null) == (password == null), name + ": user and password go together");
    require(user == null || cookieFile == null, name + ": either user or cookie-file");
  }

  /** A node with a user. */
  @SuppressWarnings("NullAway") // the constructor turns null into the default
  public static BitcoinProviderSettings of(URI url, String user, String password) {
    return new BitcoinProviderSettings(null, url, user, password, null);
  }

  private static String hostAndPort(URI url) {
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("settlement.bitcoin: providers: " + otherwise);
    }
  }

  /** Without the address and what opens it. */
  @Override
  public String toString() {
    return name;
  }
}
