// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One answer over HTTP, as it came.
 *
 * @param status HTTP's
 * @param headers the last value of each, names in lower case
 * @param body whole
 * @param took from the question to the body's end
 */
// As large as answers may be: neither copied nor compared.
@SuppressWarnings("ArrayRecordComponent")
public record Exchange(int status, Map<String, String> headers, byte[] body, Duration took) {
  /** Keeps its own copy of the headers. */
  public Exchange {
    headers = Map.copyOf(headers);
  }

  /** A header by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
