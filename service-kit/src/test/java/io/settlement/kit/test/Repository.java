// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's own folders, wherever a test was started. */
final class Repository {
  private Repository() {}

  /** The folder that holds contracts/ and the parent pom. */
  static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("contracts"))
          && Files.isRegularFile(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above this one holds contracts/ and pom.xml");
  }
}
