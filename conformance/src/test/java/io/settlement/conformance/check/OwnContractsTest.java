// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OwnContractsTest {
  private static final Path OUT = Path.of(System.getProperty("basedir", "."), "../contracts/out");

  @Test
  void theSizesAreThoseOfTheCompiledContracts() {
    assertThat(OwnContracts.SIZES)
        .allSatisfy(
            (name, stated) -> {
              int size = compiled(name);
              assertThat(stated).isBetween(size, size + 1024).isLessThanOrEqualTo(SizeChecks.LIMIT);
            });
  }

  private static int compiled(String name) {
    Path file = OUT.resolve(name + ".sol").resolve(name + ".json");
    try {
      String code =
          new JsonMapper()
              .readTree(Files.readAllBytes(file))
              .path("deployedBytecode")
              .path("object")
              .asString();
      return code.length() / 2 - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
