// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Golden;
import io.settlement.events.Reference;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import io.settlement.events.value.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of docs/architecture.md show what is there. */
class ArchitecturePageTest {
  private static final Path PAGE = Reference.inRepository("docs/architecture.md");
  private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\n(.*?)```");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]+[a-z0-9]*(?:[A-Z][a-z0-9]+)+\\b");
  private static final Pattern STAGE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b(?=$| -->|:)");

  /** Kinds of Kubernetes and words of Mermaid. */
  private static final Set<String> NOT_OURS =
      Set.of("NetworkPolicy", "HTTPRoute", "PostgreSQL", "stateDiagram");

  @Test
  void topicsAreDrawnAsTheyAreDeclared() {
    Reference.checkPart(PAGE, "topics-drawn", drawn(), "devnet");
  }

  @Test
  void everyStageIsInThePictureAndNoOther() {
    String picture =
        pictures().filter(text -> text.startsWith("stateDiagram")).findFirst().orElseThrow();
    Set<String> drawn = new TreeSet<>();
    for (String line : picture.lines().map(String::strip).toList()) {
      Matcher ends = STAGE.matcher(line.replaceFirst(":.*", ""));
      while (ends.find()) {
        drawn.add(ends.group());
      }
    }

    assertThat(drawn)
        .containsExactlyElementsOf(
            new TreeSet<>(Arrays.stream(Stage.values()).map(Stage::name).toList()));
  }

  @Test
  void theThreatModelSaysWhatAForgedFactOfEachTopicBrings() {
    String page = Reference.read(Reference.inRepository("docs/threat-model.md"));

    assertThat(Topics.ALL).allMatch(topic -> page.contains("`" + topic.name() + "`"));
  }

  @Test
  void nothingEndsALineOfASequenceEarly() {
    assertThat(pictures().filter(text -> text.startsWith("sequenceDiagram")))
        .isNotEmpty()
        .noneMatch(text -> text.contains(";"));
  }

  @Test
  void everyFactClassAndContractThatIsNamedIsThere() throws IOException {
    Set<String> known = new TreeSet<>(NOT_OURS);
    Golden.all().stream().map(SuiteEvent::typeName).forEach(known::add);
    known.addAll(sources("contracts/src", ".sol"));
    for (String module :
        List.of(
            "service-kit",
            "relayer-service",
            "gas-service",
            "artifact-service",
            "handler-registry",
            "gateway")) {
      known.addAll(sources(module + "/src/main/java", ".java"));
    }
    known.add("CrossChainMsg");

    Set<String> named = new TreeSet<>();
    Matcher names = NAME.matcher(Reference.read(PAGE));
    while (names.find()) {
      named.add(names.group());
    }
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(known).containsAll(named);
  }

  private static Stream<String> pictures() {
    return PICTURE.matcher(Reference.read(PAGE)).results().map(found -> found.group(1));
  }

  private static Set<String> sources(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Reference.inRepository(folder))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ending))
          .map(file -> file.substring(0, file.length() - ending.length()))
          .collect(Collectors.toSet());
    }
  }

  private static String drawn() {
    StringBuilder picture = new StringBuilder("```mermaid\nflowchart LR\n");
    Set<String> writers = new LinkedHashSet<>();
    Set<String> readers = new LinkedHashSet<>();
    StringBuilder arrows = new StringBuilder();
    for (Topic<? extends SuiteEvent> topic : Topics.ALL) {
      String name = topic.name().replace("settlement.", "");
      arrows.append(
          "  %s --> %s[/%s/] --> %s%n"
              .formatted(
                  joined("w_", List.of(topic.writer()), writers),
                  "t_" + name.replace('-', '_'),
                  name,
                  joined("r_", topic.readers(), readers)));
    }
    box(picture, "w_", writers);
    box(picture, "r_", readers);
    return picture.append(arrows).append("```\n").toString();
  }

  private static void box(StringBuilder picture, String mark, Set<String> parties) {
    parties.forEach(
        party -> picture.append("  %s[%s]%n".formatted(mark + party.replace('-', '_'), party)));
  }

  private static String joined(String mark, List<String> parties, Set<String> all) {
    return parties.stream()
        .flatMap(ArchitecturePageTest::roles)
        .peek(all::add)
        .map(party -> mark + party.replace('-', '_'))
        .collect(Collectors.joining(" & "));
  }

  /** "relayer-service (observer, courier)" is two parties, a service without roles is one. */
  private static Stream<String> roles(String party) {
    Matcher roles = Pattern.compile("\\((.*)\\)").matcher(party);
    return roles.find() ? Arrays.stream(roles.group(1).split(", ", -1)) : Stream.of(party);
  }
}
