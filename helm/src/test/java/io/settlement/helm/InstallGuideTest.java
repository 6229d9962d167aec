// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values and Secrets of docs/install.md are enough, and nothing in them is unknown. */
class InstallGuideTest {
  private static final Pattern SECRET = Pattern.compile("(?m)^ *secret ([\\w$-]+)");

  @TempDir private Path folder;
  private List<Manifest> rendered = List.of();

  @BeforeEach
  void render() throws IOException {
    rendered = Chart.of(Files.writeString(folder.resolve("my.yaml"), InstallGuide.values()));
  }

  @Test
  void everyWordOfTheValuesIsASetting() {
    List<Manifest> told =
        rendered.stream()
            .filter(object -> object.kind().equals("ConfigMap"))
            .filter(object -> object.tree().at("data", "application.yml").isThere())
            .toList();

    assertThat(told).hasSize(11);
    for (Manifest map : told) {
      String component =
          map.isHook() ? map.name().replaceAll("suite-|-migrate", "") : map.component();
      assertThat(Settings.of(component).unknown(map.application())).as("%s", map).isEmpty();
    }
  }

  @Test
  void everySecretThatPodsMountIsMade() {
    Set<String> made = new TreeSet<>();
    Matcher secrets = SECRET.matcher(Reference.read(Reference.inRepository("docs/install.md")));
    while (secrets.find()) {
      for (String service : List.of("gateway", "registry", "gas", "artifact", "relayer")) {
        made.add(secrets.group(1).replace("$service", service));
      }
    }

    Set<String> mounted = new TreeSet<>();
    for (Manifest object : rendered) {
      if (Set.of("Deployment", "Job").contains(object.kind())) {
        for (Tree volume : object.pod().at("volumes").list()) {
          mounted.add(volume.at("secret", "secretName").text());
          volume
              .at("projected", "sources")
              .list()
              .forEach(source -> mounted.add(source.at("secret", "name").text()));
        }
      }
    }
    mounted.remove("null");
    assertThat(mounted).hasSizeGreaterThan(10);
    assertThat(made).isEqualTo(mounted);
  }

  @Test
  void statementsAreForEachDatabaseItself() {
    List<InstallGuide.Statement> statements = InstallGuide.database("gas");

    assertThat(statements).hasSize(10);
    assertThat(statements).filteredOn(statement -> statement.database().equals("gas")).hasSize(5);
    assertThat(statements.getLast().sql())
        .startsWith("select format(")
        .contains("'gas' || '_owner'");
    assertThat(statements).noneMatch(statement -> statement.sql().contains(":'"));
  }
}
