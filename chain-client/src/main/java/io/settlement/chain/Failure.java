// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.util.Locale;

/** What a provider did instead of answering. */
enum Failure {
  /** It is well, but has not seen the block yet. Not held against it. */
  BEHIND,
  /** It answered HTTP 429 or said in JSON-RPC that it was asked too much. */
  RATE_LIMITED,
  /** No answer in time. */
  TIMEOUT,
  /** No connection, or one that broke. */
  CONNECTION,
  /** It says itself that it is out of order. */
  OUT_OF_ORDER,
  /** An answer that is no JSON-RPC or makes no sense. */
  NONSENSE,
  /** It was not asked: left out, or too much is asked of it already. Not held against it. */
  NOT_ASKED;

  /** Whether it says something about the provider's health. */
  boolean counts() {
    return this != BEHIND && this != NOT_ASKED;
  }

  /** For metrics and reports. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
