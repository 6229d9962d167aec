// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Golden;
import io.settlement.events.Reference;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whether the document is AsyncAPI at all is asked where AsyncAPI's own schema is: examples/. */
class AsyncApiTest {
  private static final Path FILE = Reference.inRepository("docs/asyncapi.json");
  private static final Path PAGE = Reference.inRepository("docs/topics.md");
  private static final SourceDocs DOCS = new EventSchemas().docs();
  private static final JsonNode DOCUMENT = new AsyncApi(DOCS).document();

  @Test
  void theDocumentInTheRepositoryIsWhatTheCodeSays() {
    Reference.check(FILE, EventSchemas.text(DOCUMENT), "settlement-events");
  }

  @Test
  void thePageOfTopicsIsWhatTheCodeSays() {
    TopicsPage page = new TopicsPage(DOCS);
    Reference.checkPart(PAGE, "topics", page.table(), "settlement-events");
    Reference.checkPart(PAGE, "facts", page.facts(), "settlement-events");
    Reference.checkPart(
        Reference.inRepository("README.md"), "topics", TopicsPage.overview(), "settlement-events");
  }

  @Test
  void everyFactIsInTheChannelOfItsTopicAndNoOther() {
    JsonNode channels = DOCUMENT.path("channels");
    for (SuiteEvent fact : Golden.all()) {
      Set<String> found = new TreeSet<>();
      channels.forEachEntry(
          (name, channel) -> {
            if (channel.path("messages").has(fact.typeName())) {
              found.add(channel.path("address").asString());
            }
          });
      assertThat(found).as(fact.typeName()).containsExactly(fact.topic().name());
    }
    assertThat(channels).hasSize(Topics.ALL.size());
  }

  @Test
  void everythingItPointsToIsThere() {
    Set<String> references = new TreeSet<>();
    collect(DOCUMENT, references);

    assertThat(references).hasSizeGreaterThan(100);
    for (String reference : references) {
      if (reference.startsWith("#/")) {
        assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(Files.isRegularFile(FILE.resolveSibling(reference))).as(reference).isTrue();
      }
    }
  }

  private static void collect(JsonNode node, Set<String> references) {
    if (node.path("$ref").isString()) {
      references.add(node.get("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }
}
