// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.AttestationRejected;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where signatures are kept.
 *
 * @param alone over one digest
 * @param bundles over many
 */
record SignatureStore(Attestations alone, Bundles bundles) {

  /** Writes down what cannot count; what has to be told of it, each once. */
  List<MessageEvent> reject(Collection<Rejection> rejections, Instant now) {
    if (rejections.isEmpty()) {
      return List.of();
    }
    return alone.reject(rejections, now).stream()
        .<MessageEvent>map(
            it ->
                new AttestationRejected(
                    it.txid(), it.kind(), it.validator(), it.reason().name(), now))
        .toList();
  }
}
