// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Purse;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.Seal;
import io.settlement.conformance.report.SigningKey;
import io.settlement.kit.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of the service, read from their files once: what is wrong with them shows at start. */
@Component
class Keys {
  private final @Nullable SigningKey signing;
  private final @Nullable String purse;

  Keys(ConformanceSettings settings) {
    Path signs = settings.signingKeyFile();
    Path pays = settings.purseFile();
    try {
      signing = signs == null ? null : SigningKey.read(signs);
      purse = pays == null ? null : Files.readString(pays).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("a key of settlement.conformance cannot be read", e);
    }
    // Refused now, if ever.
    purse();
  }

  /** Pays for one run: what it made on a chain is on no other. */
  Optional<Purse> purse() {
    return Optional.ofNullable(purse).map(Purse::of);
  }

  /**
   * The signature of a report.
   *
   * @throws Problem when the service has no key
   */
  Seal sign(Report report) {
    if (signing == null) {
      throw Problem.unavailable(
          "signing-key-missing",
          "reports are not signed here: settlement.conformance.signing-key-file names no key");
    }
    return signing.sign(report);
  }
}
