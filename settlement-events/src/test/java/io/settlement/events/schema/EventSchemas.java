// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import io.settlement.events.Reference;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.MayBeAbsent;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas of the facts, from their records and what their Javadoc says. As strict as readers
 * are: fields that a schema does not name are allowed.
 */
final class EventSchemas {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Pattern VERSIONED = Pattern.compile("(.+)V([2-9]|[1-9][0-9]+)");

  private final SourceDocs docs =
      SourceDocs.below(Reference.inRepository("settlement-events/src/main/java"));
  private final SchemaGenerator generator = new SchemaGenerator(config().build());

  /**
   * The name of a fact's schema: a fact whose form changed so that readers would break is another
   * type, for instance MessageFinalV2, told beside the first for as long as somebody reads that.
   */
  static String fileOf(String typeName) {
    Matcher versioned = VERSIONED.matcher(typeName);
    return versioned.matches()
        ? versioned.group(1) + ".v" + versioned.group(2) + ".json"
        : typeName + ".v1.json";
  }

  /** What Javadoc says. */
  SourceDocs docs() {
    return docs;
  }

  /** The schema of a fact. */
  ObjectNode of(Class<? extends SuiteEvent> type) {
    JsonNode generated = generator.generateSchema(type);
    String word = SuiteEvent.typeName(type);
    ObjectNode schema = JSON.createObjectNode();
    schema.set("$schema", generated.get("$schema"));
    schema.put("$id", "urn:settlement:events:" + fileOf(word).replace(".json", ""));
    schema.put("title", word);
    schema.put("description", docs.of(type).orElseThrow());
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("type").put("const", word).put("description", "What this fact is.");
    properties.setAll((ObjectNode) generated.get("properties"));
    schema.putArray("required").add("type");
    generated.path("required").forEach(schema.withArray("required")::add);
    if (generated.has("$defs")) {
      schema.set("$defs", generated.get("$defs"));
    }
    return schema;
  }

  /** As it lies in the repository. */
  static String text(JsonNode schema) {
    return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
  }

  private SchemaGeneratorConfigBuilder config() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonSchemaModule())
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    config
        .forFields()
        .withIgnoreCheck(field -> component(field).isEmpty())
        .withNullableCheck(field -> component(field).map(EventSchemas::isNullable).orElse(false))
        .withRequiredCheck(field -> component(field).map(EventSchemas::isAlways).orElse(false))
        .withDescriptionResolver(this::description)
        .withCustomDefinitionProvider(
            (field, context) ->
                component(field).filter(EventSchemas::isDigits).isPresent()
                    ? new CustomPropertyDefinition(Spelling.digits(), AttributeInclusion.YES)
                    : null);
    config
        .forTypesInGeneral()
        .withPropertySorter((unusedOne, unusedOther) -> 0)
        .withDescriptionResolver(
            scope ->
                scope.getType().getErasedType().isRecord()
                    ? docs.of(scope.getType().getErasedType()).orElse(null)
                    : null)
        .withCustomDefinitionProvider(
            (type, context) ->
                Spelling.of(type.getErasedType(), docs)
                    .map(
                        schema ->
                            new CustomDefinition(
                                schema,
                                schema.has("description")
                                    ? DefinitionType.STANDARD
                                    : DefinitionType.INLINE,
                                AttributeInclusion.YES))
                    .orElse(null));
    return config;
  }

  private @Nullable String description(FieldScope field) {
    if (field.isFakeContainerItemScope()) {
      return null;
    }
    Class<?> owner = field.getDeclaringType().getErasedType();
    String name = field.getDeclaredName();
    String said =
        Stream.concat(Stream.of(owner), Arrays.stream(owner.getInterfaces()))
            .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces())))
            .flatMap(type -> docs.of(type, name).stream())
            .findFirst()
            .orElse("");
    String absent =
        component(field)
            .map(component -> component.getAnnotation(MayBeAbsent.class))
            .map(missing -> "Missing " + missing.value() + ".")
            .orElse("");
    String all =
        Stream.of(said, absent).filter(text -> !text.isEmpty()).reduce("", this::sentences);
    return all.isEmpty() ? null : all;
  }

  private String sentences(String one, String other) {
    return one.isEmpty() ? other : one + (one.endsWith(".") ? " " : ". ") + other;
  }

  private static Optional<RecordComponent> component(FieldScope field) {
    Class<?> owner = field.getRawMember().getDeclaringClass();
    return Optional.ofNullable(owner.getRecordComponents()).stream()
        .flatMap(Arrays::stream)
        .filter(component -> component.getName().equals(field.getDeclaredName()))
        .findFirst();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isAlways(RecordComponent component) {
    return !isNullable(component)
        && !component.isAnnotationPresent(MayBeAbsent.class)
        && !component.getAccessor().isAnnotationPresent(JsonInclude.class);
  }

  private static boolean isDigits(RecordComponent component) {
    JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
    return format != null && format.shape() == JsonFormat.Shape.STRING;
  }
}
