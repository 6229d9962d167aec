// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.lane.Purpose;
import io.settlement.relayer.lane.Work;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that a quorum certificate of today's validators allows; empty while there is none. What goes
 * to Bitcoin needs none: whoever signs the payment there checks it.
 */
final class CertifiedWork {
  private final Quorum quorum;
  private final RegistryView registry;

  CertifiedWork(Quorum quorum, RegistryView registry) {
    this.quorum = quorum;
    this.registry = registry;
  }

  /** Whether a message is to be paid on Bitcoin. */
  boolean goesToBitcoin(Dossier dossier) {
    CrossChainMessage content = dossier.message().content();
    return content != null && registry.isBitcoin(content.to().chain());
  }

  /** Whether a message was sent by paying a vault on Bitcoin, where nothing is called back. */
  boolean comesFromBitcoin(Dossier dossier) {
    CrossChainMessage content = dossier.message().content();
    return content != null && registry.isBitcoin(content.from().chain());
  }

  Optional<Work> delivery(Dossier dossier) {
    if (goesToBitcoin(dossier)) {
      return Optional.of(new Work.PayOut(content(dossier)));
    }
    return quorum
        .certificate(dossier, Kind.RECEIVE)
        .map(it -> new Work.Deliver(content(dossier), it.signatures(), it.bundle()));
  }

  Optional<Work> expiry(Dossier dossier) {
    return quorum
        .certificate(dossier, Kind.EXPIRE)
        .map(it -> new Work.Expire(content(dossier), it.signatures()));
  }

  Optional<Work> callBack(Dossier dossier) {
    return quorum
        .certificate(dossier, Kind.CALLBACK)
        .map(
            it ->
                new Work.CallBack(
                    dossier.txid(),
                    content(dossier).to(),
                    content(dossier).from(),
                    Objects.requireNonNull(dossier.message().outcome()),
                    it.signatures(),
                    it.bundle()));
  }

  /** The work of a purpose. */
  Optional<Work> of(Purpose purpose, Dossier dossier) {
    return switch (purpose) {
      case DELIVER -> delivery(dossier);
      case EXPIRE -> expiry(dossier);
      case CALL_BACK -> callBack(dossier);
      case REFUND -> Optional.empty();
    };
  }

  /** What is attested for work of a purpose; empty when nothing is. */
  static Optional<Kind> kindOf(Purpose purpose) {
    return switch (purpose) {
      case DELIVER -> Optional.of(Kind.RECEIVE);
      case EXPIRE -> Optional.of(Kind.EXPIRE);
      case CALL_BACK -> Optional.of(Kind.CALLBACK);
      case REFUND -> Optional.empty();
    };
  }

  /** What the message waits for without enough signatures; empty when it does not. */
  Optional<Kind> lacks(Dossier dossier) {
    return dossier
        .message()
        .awaited()
        .filter(kind -> isCertified(dossier, kind) && quorum.certificate(dossier, kind).isEmpty());
  }

  /** Nobody on Bitcoin asks for a certificate. */
  private boolean isCertified(Dossier dossier, Kind kind) {
    return kind == Kind.CALLBACK ? !comesFromBitcoin(dossier) : !goesToBitcoin(dossier);
  }

  private static CrossChainMessage content(Dossier dossier) {
    return Objects.requireNonNull(dossier.message().content());
  }
}
