// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is tried with. A handler of tokens needs none of it where the book has a route to
 * it.
 *
 * @param peer whose messages it takes, as {@code Chain:0x…}; that of its first active route when
 *     left out
 * @param payloadType of the sample, 0 to 6
 * @param message a message as its peer sends it, the whole MessageV1; made here for tokens when
 *     left out
 * @param send call data that makes it send a message; made here for tokens when left out
 * @param gas what an ordinary delivery may use; what the settlement contract gives when left out
 */
record TrialBody(
    @Nullable @Pattern(regexp = ".{1,31}:0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})") String peer,
    @Nullable @Min(0) @Max(6) Integer payloadType,
    @Nullable @Size(max = MOST) @Pattern(regexp = HEX) String message,
    @Nullable @Size(max = MOST) @Pattern(regexp = HEX) String send,
    @Nullable @Min(1) @Max(5_000_000) Long gas) {
  /** Two digits a byte of the longest message there is, and its call around it. */
  private static final int MOST = 20_000;

  private static final String HEX = "0x([0-9a-fA-F]{2})*";

  static TrialBody none() {
    return new TrialBody(null, null, null, null, null);
  }
}
