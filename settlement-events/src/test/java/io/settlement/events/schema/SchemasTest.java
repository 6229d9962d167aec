// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.settlement.events.EventCodec;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.Reference;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topic;
import io.settlement.events.Topics;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Wei;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {
  static final Path FOLDER = Reference.inRepository("settlement-events/schemas");
  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final JsonMapper JSON = new JsonMapper();

  @BeforeAll
  static void writeThemFirstWhenTheyAreToBeWritten() {
    if (Reference.writes()) {
      Golden.types().forEach(SchemasTest::check);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void theSchemaInTheRepositoryIsWhatTheRecordSays(Class<? extends SuiteEvent> type) {
    check(type);
  }

  @Test
  void thereIsNoSchemaOfAFactThatIsNotTold() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString())
                  .toList())
          .containsExactlyInAnyOrderElementsOf(
              Golden.types().stream()
                  .map(type -> EventSchemas.fileOf(SuiteEvent.typeName(type)))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatTheWriterWritesIsValid(Class<? extends SuiteEvent> type) {
    String word = SuiteEvent.typeName(type);

    assertThat(faults(word, new String(EventCodec.encode(Golden.read(type)), UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyFieldSaysWhatItIs(Class<? extends SuiteEvent> type) {
    JsonNode schema = JSON.readTree(Reference.read(file(SuiteEvent.typeName(type))));

    assertSaysWhatItIs(type.getSimpleName(), schema);
    schema.path("$defs").forEachEntry(SchemasTest::assertSaysWhatItIs);
  }

  /** By itself, or by what is said of its type. */
  private static void assertSaysWhatItIs(String owner, JsonNode schema) {
    schema
        .path("properties")
        .forEachEntry(
            (name, property) ->
                assertThat(property.has("description") || property.has("$ref"))
                    .as("Javadoc says what %s.%s is, with its unit", owner, name)
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("types")
  void withoutAFieldThatMayBeMissingTheFactIsReadAndWithoutAnotherItIsRefused(
      Class<? extends SuiteEvent> type) {
    String word = SuiteEvent.typeName(type);
    JsonNode schema = JSON.readTree(Reference.read(file(word)));
    TreeSet<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    SuiteEvent whole = Golden.read(type);

    for (String name : schema.path("properties").propertyNames()) {
      ObjectNode without = (ObjectNode) JSON.readTree(EventCodec.encode(whole));
      without.remove(name);
      if (required.contains(name)) {
        assertThat(faults(word, without.toString())).as("without " + name).isNotEmpty();
      } else {
        assertThat(faults(word, without.toString())).as("without " + name).isEmpty();
        ObjectNode asNull = without.deepCopy().putNull(name);
        assertThat(read(whole.topic(), without)).isEqualTo(read(whole.topic(), asNull));
      }
    }
  }

  /** What is read; what is wrong, where fields say something only together. */
  private static Object read(Topic<? extends SuiteEvent> topic, ObjectNode fact) {
    try {
      return EventCodec.decode(topic, JSON.writeValueAsBytes(fact));
    } catch (EventCodec.NotOurs e) {
      assertThat(e).hasRootCauseInstanceOf(InvalidValue.class);
      return InvalidValue.class;
    }
  }

  @Test
  void aCostThatWasToldBeforeThereWereDataFeesIsValidAndRead() {
    ObjectNode fact = (ObjectNode) JSON.readTree(Golden.bytes("MessageDelivered"));
    ((ObjectNode) fact.get("cost")).remove("dataFee");

    assertThat(faults("MessageDelivered", fact.toString())).isEmpty();
    MessageDelivered read =
        (MessageDelivered) EventCodec.decode(Topics.MESSAGE_EVENTS, JSON.writeValueAsBytes(fact));
    assertThat(read.cost().dataFee()).isEqualTo(Wei.ZERO);
  }

  @Test
  void aFieldOfALaterWriterIsAllowed() {
    ObjectNode later = (ObjectNode) JSON.readTree(Golden.bytes("GasCovered"));
    later.putObject("later").put("a", 1);

    assertThat(faults("GasCovered", later.toString())).isEmpty();
  }

  @Test
  void anAmountThatIsANumberIsFound() {
    ObjectNode wrong = (ObjectNode) JSON.readTree(Golden.bytes("GasCovered"));
    wrong.put("prepaid", 7);

    assertThat(faults("GasCovered", wrong.toString()))
        .singleElement()
        .asString()
        .contains("/prepaid");
  }

  @Test
  void aTypeWithAVersionIsTheNextVersionOfItsSchema() {
    assertThat(EventSchemas.fileOf("MessageFinal")).isEqualTo("MessageFinal.v1.json");
    assertThat(EventSchemas.fileOf("MessageFinalV2")).isEqualTo("MessageFinal.v2.json");
  }

  static List<Class<? extends SuiteEvent>> types() {
    return Golden.types();
  }

  private static void check(Class<? extends SuiteEvent> type) {
    Reference.check(
        file(SuiteEvent.typeName(type)), EventSchemas.text(SCHEMAS.of(type)), "settlement-events");
  }

  private static List<String> faults(String word, String fact) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Reference.read(file(word)), InputFormat.JSON);
    return schema
        .validate(
            fact,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static Path file(String word) {
    return FOLDER.resolve(EventSchemas.fileOf(word));
  }
}
