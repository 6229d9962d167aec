// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.value.HandlerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the latest conformance run of a handler found, for those who show handlers. */
public interface HandlerProofs {

  /** Empty when it was never tried. */
  Optional<Proof> of(HandlerId handler);

  /**
   * What was found.
   *
   * @param run the run it is from
   * @param version of the report
   * @param verdict PASS, FAIL or UNKNOWN
   * @param codeHash the code that was tried; behind a proxy both, with a plus between
   * @param stale whether the handler has other code by now; null when no node says
   */
  record Proof(
      UUID run,
      int version,
      String verdict,
      Instant at,
      String codeHash,
      @Nullable Boolean stale) {}
}
