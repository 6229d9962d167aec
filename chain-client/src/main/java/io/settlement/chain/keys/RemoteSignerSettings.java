// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A signer that speaks Web3signer's HTTP API and holds the key.
 *
 * @param url where it is, http or https
 * @param tokenFile holds a bearer token for a proxy before it; none when left out
 * @param sslBundle name of what to trust and to show, a spring.ssl.bundle in the services; the
 *     machine's trust when left out
 * @param timeout longest wait for one answer, 10 ms or more; 2 s
 */
public record RemoteSignerSettings(
    URI url, @Nullable Path tokenFile, @Nullable String sslBundle, Duration timeout) {
  private static final Duration USUAL = Duration.ofSeconds(2);
  private static final Duration SHORTEST = Duration.ofMillis(10);

  /** Fills in the default, refuses what cannot work. Binding passes null for what is left out. */
  public RemoteSignerSettings {
    timeout = timeout == null ? USUAL : timeout;
    if (url == null) {
      throw new IllegalArgumentException("remote-signer: url is missing");
    }
    if (timeout.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("remote-signer: timeout must be 10 ms or more");
    }
  }
}
