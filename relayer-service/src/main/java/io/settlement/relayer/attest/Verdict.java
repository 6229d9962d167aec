// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.Signable;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.Hash;

/** What becomes of a claim. */
sealed interface Verdict {

  /**
   * Everything was checked on the own nodes: this may be signed.
   *
   * @param receiver the chain whose contracts verify the signature
   * @param alone whether it is signed by itself whatever else there is to sign
   */
  record Sign(Signable form, Hash digest, ChainSettings receiver, boolean alone)
      implements Verdict {
    static Sign of(Signable form, ChainSettings receiver) {
      return new Sign(form, form.digest(), receiver, false);
    }

    /** Not in a bundle: validators may see what else its block holds at different times. */
    static Sign alone(Signable form, ChainSettings receiver) {
      return new Sign(form, form.digest(), receiver, true);
    }
  }

  /**
   * Everything was checked on the own nodes, and nobody asks for a signature: it goes to Bitcoin.
   * It is kept for whoever signs payments there.
   *
   * @param message what was checked, and where it was logged
   */
  record Keep(MessageFinal message) implements Verdict {}

  /** It is not signed. */
  record Refuse(Refusal reason) implements Verdict {}

  /** It may hold later: looked at again, however often. */
  record Patience() implements Verdict {}

  /** It cannot hold as things are, but may when what is late arrives; refused in the end. */
  record Doubt(Refusal reason) implements Verdict {}
}
