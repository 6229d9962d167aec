// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.EvmReader;

/**
 * Who is asked about a chain.
 *
 * @param any the provider that answers first; for what may still change
 * @param agreed a quorum of providers; for what becomes a fact
 * @param quorum whether that is more than one
 */
record Sources(EvmReader any, EvmReader agreed, boolean quorum) {

  static Sources of(EvmReader reader) {
    EvmReader observing = reader.forPurpose("observe");
    return new Sources(observing, observing.agreed(), reader.settings().quorum() > 1);
  }
}
