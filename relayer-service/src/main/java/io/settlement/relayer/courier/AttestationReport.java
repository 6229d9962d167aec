// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.courier.Quorum.Wanted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a message and who has not.
 *
 * @param stage where the message stands; null while it is only heard of
 * @param reason why it stands there, when it does not go on by itself
 * @param legs for the destination, for its expiry there once its deadline passed, then for the
 *     source
 */
record AttestationReport(
    TxId txid, @Nullable Stage stage, @Nullable String reason, List<Leg> legs) {

  /**
   * One quorum certificate.
   *
   * @param digest what has to be signed; null while that is not known
   * @param required how many signatures it takes; null while that is not known
   * @param complete whether there are enough
   * @param missing validators who have not signed
   */
  record Leg(
      Kind kind,
      @Nullable Hash digest,
      @Nullable Integer required,
      boolean complete,
      List<Signed> signed,
      List<EvmAddress> missing,
      List<Refused> rejected) {}

  /**
   * A signature.
   *
   * @param verified whether it counts; false while it is not known what has to be signed
   * @param root of the bundle it was signed with; null when it was signed by itself
   */
  record Signed(EvmAddress validator, Instant signedAt, boolean verified, @Nullable Hash root) {}

  /** A signature that cannot count. */
  record Refused(EvmAddress validator, String reason) {}

  static AttestationReport of(Dossier dossier, List<Rejection> rejected, Quorum quorum) {
    MessageRow message = dossier.message();
    return new AttestationReport(
        message.txid(),
        message.stage(),
        message.reason(),
        Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.EXPIRE || message.is(Mark.EXPIRED))
            .map(kind -> leg(dossier, kind, rejected, quorum))
            .toList());
  }

  private static Leg leg(Dossier dossier, Kind kind, List<Rejection> rejected, Quorum quorum) {
    Optional<Wanted> wanted = quorum.wanted(dossier.message(), kind);
    List<Signed> signed =
        Stream.concat(
                dossier.all(kind).stream()
                    .map(it -> new Signed(it.validator(), it.signedAt(), it.verified(), null)),
                dossier.bundles().stream().flatMap(it -> bundled(it, kind, wanted)))
            .toList();
    List<EvmAddress> signers = signed.stream().map(Signed::validator).toList();
    return new Leg(
        kind,
        wanted.map(Wanted::digest).orElse(null),
        wanted.map(it -> it.current().required()).orElse(null),
        quorum.certificate(dossier, kind).isPresent(),
        signed,
        wanted.map(it -> it.current().validators()).orElse(List.of()).stream()
            .filter(validator -> !signers.contains(validator))
            .toList(),
        rejected.stream()
            .filter(it -> it.kind() == kind)
            .map(it -> new Refused(it.validator(), it.reason().name()))
            .toList());
  }

  /** While it is not known what has to be signed, what a bundle's members are is only told. */
  private static Stream<Signed> bundled(Bundle.Member member, Kind kind, Optional<Wanted> wanted) {
    boolean counts = wanted.filter(it -> member.attests(kind, it.digest())).isPresent();
    boolean mayCount = wanted.isEmpty() && member.kind() == kind;
    return counts || mayCount
        ? member.bundle().signatures().entrySet().stream()
            .map(it -> new Signed(it.getKey(), it.getValue().at(), counts, member.bundle().root()))
        : Stream.empty();
  }
}
