// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.AttestationEvent.AttestationSigned;

/** What the validator does, in numbers. */
final class ValidatorMetrics {
  private final MeterRegistry meters;

  ValidatorMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void signed(AttestationSigned signed) {
    meters.counter("settlement.validator.signed", "kind", signed.kind().name()).increment();
  }

  void refused(Refusal reason) {
    meters.counter("settlement.validator.refused", "reason", reason.name()).increment();
  }

  void doubted(Refusal reason) {
    meters.counter("settlement.validator.doubted", "reason", reason.name()).increment();
  }
}
