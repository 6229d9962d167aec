// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations run while the build before them still works, and are never changed afterwards. */
class MigrationsTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");

  /** Scripts that databases out there have applied, with their sums; a release adds its own. */
  private static final Path BASELINE = ROOT.resolve("docs/migrations.sha256");

  private final Map<String, String> scripts = scripts();

  @Test
  void whatWasReleasedIsNotChanged() throws IOException {
    if ("write".equals(System.getProperty("migrations.baseline"))) {
      Files.writeString(
          BASELINE,
          scripts.entrySet().stream()
              .map(script -> sum(script.getValue()) + "  " + script.getKey() + "\n")
              .collect(Collectors.joining()));
    }
    Map<String, String> now = new TreeMap<>(scripts);
    now.replaceAll((name, script) -> sum(script));
    assertThat(now)
        .as("a migration is never changed: add another one")
        .containsAllEntriesOf(released());
  }

  @Test
  void newOnesDoNotBreakTheBuildBefore() throws IOException {
    Map<String, String> released = released();
    Map<String, Object> faults = new TreeMap<>();
    scripts.forEach(
        (name, script) -> {
          if (!released.containsKey(name) && !MigrationLint.faults(script).isEmpty()) {
            faults.put(name, MigrationLint.faults(script));
          }
        });
    assertThat(faults).as("docs/upgrading.md says what to do instead").isEmpty();
  }

  /** The build before does not know a kit's script between its own, and refuses to start on it. */
  @Test
  void newOnesAreNumberedBehindThoseThatWereReleased() throws IOException {
    Map<String, Long> newest = new TreeMap<>();
    Map<String, String> released = released();
    released.keySet().forEach(name -> newest.merge(module(name), version(name), Math::max));
    assertThat(scripts.keySet())
        .filteredOn(name -> !released.containsKey(name))
        .allSatisfy(
            name -> assertThat(version(name)).isGreaterThan(newest.getOrDefault(module(name), 0L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE message;",
        "ALTER TABLE message DROP COLUMN stage;",
        "ALTER TABLE message RENAME COLUMN stage TO state;",
        "ALTER TABLE message ALTER COLUMN amount TYPE bigint;",
        "ALTER TABLE message ALTER stage SET NOT NULL;",
        "ALTER TABLE message ADD COLUMN kind text NOT NULL;",
        "ALTER TABLE message ADD kind text NOT NULL, ADD other text;",
        "ALTER TABLE message ADD COLUMN id uuid DEFAULT gen_random_uuid();",
        "ALTER TABLE message ADD CONSTRAINT positive CHECK (amount > 0);",
        "CREATE INDEX by_stage ON message (stage);",
        "CREATE UNIQUE INDEX once ON message (txid);",
        "UPDATE message SET stage = 'FINAL';",
        "CREATE TABLE other (id int); DROP TABLE message;",
        "-- allowed:\nTRUNCATE message;",
        "LOCK TABLE message;"
      })
  void refuses(String script) {
    assertThat(MigrationLint.faults(script)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE other (id int NOT NULL); CREATE INDEX by_id ON other (id);",
        "ALTER TABLE message ADD COLUMN kind text;",
        "ALTER TABLE message ADD COLUMN kind text NOT NULL DEFAULT 'A';",
        "ALTER TABLE message ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;",
        "ALTER TABLE message VALIDATE CONSTRAINT positive;",
        "ALTER TABLE message ALTER COLUMN stage DROP NOT NULL;",
        "CREATE INDEX CONCURRENTLY by_stage ON message (stage);",
        "UPDATE message SET stage = 'FINAL' WHERE stage = 'OLD';",
        "-- DROP TABLE message;\nSELECT 'DROP TABLE message;';",
        "-- allowed: nobody has read it since 0.2\nDROP TABLE message;"
      })
  void accepts(String script) {
    assertThat(MigrationLint.faults(script)).isEmpty();
  }

  private static Map<String, String> released() throws IOException {
    try (Stream<String> lines = Files.lines(BASELINE)) {
      return lines
          .map(line -> line.split("  ", 2))
          .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }
  }

  private static Map<String, String> scripts() {
    try (Stream<Path> files = Files.find(ROOT, 8, (path, attributes) -> isScript(path))) {
      Map<String, String> found = new TreeMap<>();
      for (Path file : files.toList()) {
        found.put(ROOT.relativize(file).toString(), Files.readString(file));
      }
      assertThat(found).hasSizeGreaterThan(50);
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean isScript(Path path) {
    String name = ROOT.relativize(path).toString();
    return name.matches("[a-z-]+/src/main/resources/db/(kit|migration)/[VR]_*[^/]*\\.sql");
  }

  private static String module(String script) {
    return script.substring(0, script.indexOf('/'));
  }

  private static long version(String script) {
    String version = script.replaceFirst(".*/V(\\d+)(?:_(\\d+))?__.*", "$1");
    return Long.parseLong(version);
  }

  private static String sum(String script) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256")
              .digest(script.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
