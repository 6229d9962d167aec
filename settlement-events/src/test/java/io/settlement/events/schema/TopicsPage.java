// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import static java.util.stream.Collectors.joining;

import io.settlement.events.Keep;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import java.time.Duration;

/** The generated parts of pages for people. */
final class TopicsPage {
  private final SourceDocs docs;

  TopicsPage(SourceDocs docs) {
    this.docs = docs;
  }

  /** Every topic in one table. */
  String table() {
    return "| topic | key | keeps | writer | readers |\n|---|---|---|---|---|\n"
        + Topics.ALL.stream()
            .map(
                topic ->
                    "| [`%s`](#%s) | %s | %s | %s | %s |\n"
                        .formatted(
                            topic.name(),
                            topic.name().replace(".", ""),
                            topic.key(),
                            keeps(topic.keep()),
                            topic.writer(),
                            String.join(", ", topic.readers())))
            .collect(joining())
        + "| `<topic>.dlq` | as its topic | %s | whose reading failed | people |\n"
            .formatted(keeps(Topic.DEAD_LETTERS));
  }

  /** Every fact by topic, with its schema. */
  String facts() {
    return Topics.ALL.stream().map(this::facts).collect(joining("\n"));
  }

  /** The table of the first page: names only. */
  static String overview() {
    return "| topic | key | writer | facts |\n|---|---|---|---|\n"
        + Topics.ALL.stream()
            .map(
                topic ->
                    "| `%s`%s | %s | %s | %s |\n"
                        .formatted(
                            topic.name(),
                            topic.compacted() ? " (compacted)" : "",
                            topic.key(),
                            topic.writer(),
                            AsyncApi.facts(topic).stream()
                                .map(SuiteEvent::typeName)
                                .collect(joining(", "))))
            .collect(joining())
        + "| `<topic>.dlq` | as its topic | whose reading failed | the record, reason and origin as headers |\n";
  }

  private String facts(Topic<?> topic) {
    return "### `%s`\n\n%s\n\n| fact | what it says |\n|---|---|\n"
            .formatted(topic.name(), docs.of(topic.events()).orElseThrow())
        + AsyncApi.facts(topic).stream()
            .map(
                type ->
                    "| [%s](../settlement-events/schemas/%s) | %s |\n"
                        .formatted(
                            SuiteEvent.typeName(type),
                            EventSchemas.fileOf(SuiteEvent.typeName(type)),
                            docs.of(type).orElseThrow().replace("|", "\\|")))
            .collect(joining());
  }

  private static String keeps(Keep keep) {
    Duration retention = keep.retention();
    return retention == null ? "the latest of each key, for ever" : retention.toDays() + " days";
  }
}
