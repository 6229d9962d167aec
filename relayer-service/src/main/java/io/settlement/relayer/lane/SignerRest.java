// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.keys.SignerUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a signer that gives no signature alone for a moment. Meanwhile its lane takes no work, and
 * goes on with what is signed already.
 */
final class SignerRest {
  /** What the lane shows until its signer has signed again. */
  static final String SIGNER_SILENT = "SIGNER_SILENT";

  private static final Logger log = LoggerFactory.getLogger(SignerRest.class);
  private static final Duration LENGTH = Duration.ofSeconds(2);

  private final Lane lane;
  private final LaneMeters meters;
  private final Clock clock;
  private Instant over = Instant.MIN;
  private boolean silent;

  SignerRest(Lane lane, LaneMeters meters, Clock clock) {
    this.lane = lane;
    this.meters = meters;
    this.clock = clock;
  }

  /** Whether the signer is left alone now. */
  boolean isOn() {
    return clock.instant().isBefore(over);
  }

  /** Whether it gave no signature when it was asked last. */
  boolean isSilent() {
    return silent;
  }

  /**
   * What needs a signature.
   *
   * @throws SignerUnavailable when there was none; the rest begins
   */
  <T> T signed(Supplier<T> signing) {
    try {
      T signed = signing.get();
      silent = false;
      return signed;
    } catch (SignerUnavailable e) {
      silent = true;
      over = clock.instant().plus(LENGTH);
      meters.unsigned();
      log.atWarn()
          .addKeyValue("lane", lane.id())
          .addKeyValue("submitter", lane.key().address())
          .addKeyValue("cause", e.getMessage())
          .log("the signer of a submitter's key did not sign; asked again soon");
      throw e;
    }
  }

  /** The same for what can be done another time: nothing while the signer does not sign. */
  <T> Optional<T> ifSigned(Supplier<T> signing) {
    if (isOn()) {
      return Optional.empty();
    }
    try {
      return Optional.of(signed(signing));
    } catch (SignerUnavailable e) {
      return Optional.empty();
    }
  }
}
