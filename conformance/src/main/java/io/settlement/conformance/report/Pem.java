// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Keys as openssl writes them. */
final class Pem {
  private Pem() {}

  /**
   * The bytes within.
   *
   * @param type as {@code PRIVATE KEY}
   * @throws IllegalArgumentException when something else is there; the message does not show it
   */
  static byte[] read(Path file, String type) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        PemReader reader = new PemReader(text)) {
      PemObject found = reader.readPemObject();
      if (found == null || !found.getType().equals(type)) {
        throw new IllegalArgumentException(file + " has no PEM block of a " + type);
      }
      return found.getContent();
    }
  }
}
