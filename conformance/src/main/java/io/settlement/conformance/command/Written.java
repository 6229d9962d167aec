// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.command;

import io.settlement.conformance.report.Print;
import io.settlement.conformance.report.Report;
import io.settlement.conformance.report.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a report.
 *
 * @param folder where they are
 * @param page whether the page is wanted
 * @param paper whether PDF is wanted
 */
record Written(Path folder, boolean page, boolean paper) {

  /** Writes them; the JSON and the badge always. */
  List<Path> write(Report report, Optional<SigningKey> key) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    files.add(file("report.json", report.toJson()));
    if (key.isPresent()) {
      files.add(file("report.json.sig", key.get().sign(report).toJson()));
    } else {
      // One of an earlier report would be beside a report it is not of.
      Files.deleteIfExists(folder.resolve("report.json.sig"));
    }
    files.add(file("badge.svg", Print.badge(report).getBytes(StandardCharsets.UTF_8)));
    if (page) {
      files.add(file("report.html", Print.html(report).getBytes(StandardCharsets.UTF_8)));
    }
    if (paper) {
      files.add(file("report.pdf", Print.pdf(report)));
    }
    return files;
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
