// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.artifact.proof.ProofConfiguration.Signer;
import io.settlement.artifact.proof.ReserveProof.Proof;
import io.settlement.chain.ChainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Proves all artifacts, one after the other, and signs what was found when it is time. Several
 * instances may do so at once: what is found is the same, and whoever is first tells it.
 */
@Component
class Proofs {
  private static final Logger log = LoggerFactory.getLogger(Proofs.class);

  private final Primitives primitives;
  private final ReserveProof proof;
  private final Alarm alarm;
  private final Signer signer;
  private final ProofSettings settings;
  private final ProofMeters meters;

  Proofs(
      Primitives primitives,
      ReserveProof proof,
      Alarm alarm,
      Signer signer,
      ProofSettings settings,
      ProofMeters meters) {
    this.primitives = primitives;
    this.proof = proof;
    this.alarm = alarm;
    this.signer = signer;
    this.settings = settings;
    this.meters = meters;
  }

  /** What was found and whether it is told to be in balance. */
  record Judged(Proof proof, boolean balanced) {}

  @Scheduled(fixedDelayString = "${settlement.artifact.proof.interval:30s}")
  void proveAll() {
    long lag = 0;
    long failures = 0;
    for (Primitive primitive : primitives.kept()) {
      try {
        Judged judged = prove(primitive);
        lag += judged.proof().lag();
        signer
            .statements()
            .filter(statements -> isDue(statements, judged))
            .ifPresent(statements -> statements.sign(judged.proof(), judged.balanced()));
      } catch (ChainException e) {
        failures++;
        log.atWarn().addKeyValue("primitive", primitive.id()).log("not proved: {}", e.getMessage());
      } catch (RuntimeException e) {
        failures++;
        log.atError().addKeyValue("primitive", primitive.id()).setCause(e).log("not proved");
      }
    }
    meters.round(lag, failures);
  }

  Judged prove(Primitive primitive) {
    Proof found = proof.prove(primitive);
    return new Judged(found, alarm.judge(found));
  }

  private boolean isDue(Statements statements, Judged judged) {
    String artifact = judged.proof().primitive().artifact();
    return statements.isDue(
        artifact, judged.balanced(), meters.now().minus(settings.statementInterval()));
  }
}
