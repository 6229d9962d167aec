// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.relayer.lane.Work;
import java.util.Objects;
import java.util.Optional;

/** Work that a quorum certificate of today's validators allows; empty while there is none. */
final class CertifiedWork {
  private final Quorum quorum;

  CertifiedWork(Quorum quorum) {
    this.quorum = quorum;
  }

  Optional<Work> delivery(Dossier dossier) {
    return quorum
        .certificate(dossier, Kind.RECEIVE)
        .map(signatures -> new Work.Deliver(content(dossier), signatures));
  }

  Optional<Work> expiry(Dossier dossier) {
    return quorum
        .certificate(dossier, Kind.EXPIRE)
        .map(signatures -> new Work.Expire(content(dossier), signatures));
  }

  Optional<Work> callBack(Dossier dossier) {
    return quorum
        .certificate(dossier, Kind.CALLBACK)
        .map(
            signatures ->
                new Work.CallBack(
                    dossier.txid(),
                    content(dossier).to(),
                    content(dossier).from(),
                    Objects.requireNonNull(dossier.message().outcome()),
                    signatures));
  }

  private static CrossChainMessage content(Dossier dossier) {
    return Objects.requireNonNull(dossier.message().content());
  }
}
