// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are generated from the code and lie in the repository. A test compares each with what
 * the code says now; with {@code -Dreferences=write} it writes them instead.
 */
public final class Reference {
  private static final boolean WRITE = "write".equals(System.getProperty("references"));

  private Reference() {}

  /** A path below the folder that holds {@code settlement-events/} and the parent pom. */
  public static Path inRepository(String path) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("settlement-events"))
          && Files.isRegularFile(folder.resolve("pom.xml"))) {
        return folder.resolve(path);
      }
    }
    throw new IllegalStateException("no folder above this one holds settlement-events and pom.xml");
  }

  /** Whether files are written, not compared. */
  public static boolean writes() {
    return WRITE;
  }

  /**
   * Compares a file with what it should say, or writes it.
   *
   * @param module whose tests generate it
   * @throws AssertionError when the file says something else
   */
  public static void check(Path file, String generated, String module) {
    try {
      if (WRITE) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, generated);
      } else if (!Files.exists(file) || !Files.readString(file).equals(generated)) {
        throw new AssertionError(
            "%s is not what the code says. Look at the change, then write it anew: mvn -pl %s -am test -Dreferences=write"
                .formatted(file, module));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compares the part of a page between {@code <!-- generated: name -->} and {@code <!-- end -->}
   * with what it should say, or writes it.
   *
   * @param module whose tests generate it
   * @throws AssertionError when the part is not there or says something else
   */
  public static void checkPart(Path page, String name, String generated, String module) {
    String text = read(page);
    String begin = "<!-- generated: " + name + " -->\n";
    int from = text.indexOf(begin);
    int to = from < 0 ? -1 : text.indexOf("<!-- end -->", from);
    if (to < 0) {
      throw new AssertionError(page + " has no part " + begin.strip() + " … <!-- end -->");
    }
    check(page, text.substring(0, from + begin.length()) + generated + text.substring(to), module);
  }

  /** A file's text. */
  public static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
