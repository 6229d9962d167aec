// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.events.value.Hash;

/** What becomes of a claim. */
sealed interface Verdict {

  /**
   * Everything was checked on the own nodes: this digest may be signed.
   *
   * @param receiver the chain whose contracts verify the signature
   */
  record Sign(Hash digest, ChainSettings receiver) implements Verdict {}

  /** It is not signed. */
  record Refuse(Refusal reason) implements Verdict {}

  /** It may hold later: looked at again, however often. */
  record Patience() implements Verdict {}

  /** It cannot hold as things are, but may when what is late arrives; refused in the end. */
  record Doubt(Refusal reason) implements Verdict {}
}
