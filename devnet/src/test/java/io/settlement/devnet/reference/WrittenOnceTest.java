// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations let services only add to, services only add to. */
class WrittenOnceTest {
  private static final Pattern NAMES = Pattern.compile("relname IN \\(([^)]*)\\)");

  @ParameterizedTest
  @ValueSource(strings = {"gas-service", "artifact-service", "relayer-service", "handler-registry"})
  void noStatementChangesWhatIsWrittenOnce(String module) {
    String sources = text(module + "/src/main/java", ".java");
    String migrations = text(module + "/src/main/resources/db/migration", ".sql");
    List<String> tables = tables(module);

    assertThat(tables).isNotEmpty();
    for (String table : tables) {
      assertThat(migrations).containsPattern("(?i)create table " + table + "\\b");
      assertThat(sources)
          .as(table)
          .containsPattern("(?i)insert into " + table + "\\b")
          .doesNotContainPattern("(?i)(update|delete from|truncate) " + table + "\\b")
          .doesNotContainPattern(
              "(?i)insert into " + table + "\\b[^;]{0,2000}?\\bon conflict[^;]{0,120}?do update");
    }
  }

  private static List<String> tables(String module) {
    var names =
        NAMES.matcher(
            Reference.read(
                Reference.inRepository(
                    module + "/src/main/resources/db/migration/afterMigrate__append_only.sql")));
    assertThat(names.find()).isTrue();
    return Stream.of(names.group(1).split(",")).map(name -> name.strip().replace("'", "")).toList();
  }

  private static String text(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Reference.inRepository(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(Reference::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
