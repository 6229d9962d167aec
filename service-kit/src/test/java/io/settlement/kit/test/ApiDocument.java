// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code docs/openapi.json}, the one description of the API behind the gateway. Each service's
 * build compares its own operations in it with its controllers; with {@code
 * SETTLEMENT_OPENAPI=write} in the environment it writes them instead.
 */
public final class ApiDocument {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FILE = Repository.root().resolve("docs/openapi.json");
  private static final Path DOORS =
      Repository.root().resolve("service-kit/src/test/resources/doors.json");
  private static final String SERVICE = "x-service";
  private static final String REF = "#/components/schemas/";
  private static final String GATEWAY = "gateway";

  private static final boolean WRITES = "write".equals(System.getenv("SETTLEMENT_OPENAPI"));

  private final ObjectNode document;

  private ApiDocument(ObjectNode document) {
    this.document = document;
  }

  /**
   * Compares what the document says of a service with its controllers.
   *
   * @param service the module, for instance gas-service
   * @param basePackage of its controllers
   */
  public static void assertThatItTellsOf(String service, String basePackage) {
    ApiDocument committed = new ApiDocument(read(FILE));
    ApiDocument wanted = new ApiDocument(committed.document.deepCopy());
    ObjectNode own = (ObjectNode) BareApi.of(basePackage);
    new Examples(own.at("/components/schemas")).describeFields();
    SharedProblems.spell(wanted.document);
    wanted.replace(service, own);
    wanted.addExamples(service);
    SharedProblems.share(wanted.document);
    wanted.sort();
    String text = wanted.text();
    if (WRITES) {
      write(text);
    }
    assertThat(read(FILE))
        .as(
            "docs/openapi.json tells something else of %s than its controllers; write it with"
                + " SETTLEMENT_OPENAPI=write mvn verify -pl %s -Dtest=ApiDocumentTest",
            service, service)
        .isEqualTo(read(text));
  }

  private void replace(String service, ObjectNode own) {
    removeOperations(service);
    ObjectNode schemas = schemas();
    Set<String> before = Set.copyOf(schemas.propertyNames());
    Set<String> kept = reachable(document.path("paths"));
    before.stream().filter(name -> !kept.contains(name)).forEach(schemas::remove);
    if (service.equals(GATEWAY)) {
      for (String part : List.of("openapi", "info", "servers", "tags")) {
        if (own.has(part)) {
          document.set(part, own.get(part));
        }
      }
      JsonNode security = own.at("/components/securitySchemes");
      document.withObject("/components").set("securitySchemes", security);
    }
    ObjectNode paths = document.withObject("/paths");
    publicPaths(service, own)
        .forEach(
            (path, operations) -> {
              ObjectNode there = paths.withObjectProperty(path);
              operations
                  .properties()
                  .forEach(
                      one -> {
                        ((ObjectNode) one.getValue()).put(SERVICE, service);
                        assertThat(there.has(one.getKey()))
                            .as("%s %s is of two services", one.getKey(), path)
                            .isFalse();
                        there.set(one.getKey(), one.getValue());
                      });
            });
    JsonNode ownSchemas = own.at("/components/schemas");
    for (String name : reachableIn(document.path("paths"), schemas, ownSchemas)) {
      JsonNode mine = ownSchemas.get(name);
      if (mine != null) {
        JsonNode theirs = schemas.get(name);
        assertThat(WRITES || theirs == null || theirs.equals(mine))
            .as("%s and another service both say %s and mean different things", service, name)
            .isTrue();
        schemas.set(name, mine);
      }
    }
  }

  private void addExamples(String service) {
    Examples examples = new Examples(schemas());
    for (JsonNode operations : document.path("paths")) {
      for (JsonNode operation : operations) {
        if (service.equals(operation.path(SERVICE).asString())) {
          examples.addTo((ObjectNode) operation);
        }
      }
    }
  }

  private ObjectNode schemas() {
    return document.withObject("/components/schemas");
  }

  private void removeOperations(String service) {
    ObjectNode paths = document.withObject("/paths");
    for (String path : List.copyOf(paths.propertyNames())) {
      ObjectNode operations = (ObjectNode) paths.get(path);
      for (String method : List.copyOf(operations.propertyNames())) {
        if (service.equals(operations.get(method).path(SERVICE).asString())) {
          operations.remove(method);
        }
      }
      if (operations.isEmpty()) {
        paths.remove(path);
      }
    }
  }

  /** What of a service can be reached from outside, under the names it has there. */
  private static Map<String, JsonNode> publicPaths(String service, JsonNode own) {
    Map<String, JsonNode> found = new TreeMap<>();
    JsonNode doors = read(DOORS);
    own.path("paths")
        .properties()
        .forEach(
            entry -> {
              String path = entry.getKey();
              if (service.equals(GATEWAY)) {
                found.put(path, entry.getValue());
                return;
              }
              for (JsonNode door : doors) {
                if (!service.equals(door.path("name").asString())) {
                  continue;
                }
                if (leadsTo(door, path)) {
                  found.put(path, entry.getValue());
                }
                door.path("renamed")
                    .properties()
                    .forEach(
                        renamed -> {
                          if (renamed.getValue().asString().equals(path)) {
                            found.put(renamed.getKey(), entry.getValue());
                          }
                        });
              }
            });
    return found;
  }

  private static boolean leadsTo(JsonNode door, String path) {
    PathContainer asked = PathContainer.parsePath(path.replaceAll("[{}]", ""));
    for (JsonNode pattern : door.path("paths")) {
      PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern.asString());
      if (parsed.matches(asked)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> reachable(JsonNode from) {
    return reachableIn(from, schemas(), schemas());
  }

  private static Set<String> reachableIn(JsonNode from, JsonNode first, JsonNode second) {
    Set<String> seen = new TreeSet<>();
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      for (JsonNode ref : open.pop().findValues("$ref")) {
        String name = ref.asString().replace(REF, "");
        if (ref.asString().startsWith(REF) && seen.add(name)) {
          JsonNode schema = second.has(name) ? second.get(name) : first.get(name);
          assertThat(schema).as("schema %s", name).isNotNull();
          open.add(schema);
        }
      }
    }
    return seen;
  }

  private void sort() {
    for (String part : List.of("/paths", "/components/schemas")) {
      ObjectNode node = document.withObject(part);
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(one -> sorted.put(one.getKey(), one.getValue()));
      node.removeAll();
      sorted.forEach(node::set);
    }
  }

  private String text() {
    DefaultIndenter lines = new DefaultIndenter(" ", "\n");
    return JSON.writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(lines))
            .writeValueAsString(document)
        + "\n";
  }

  /**
   * One operation of the committed document.
   *
   * @param method in capitals
   * @param service the module that answers
   */
  public record Operation(String method, String path, String service, JsonNode definition) {
    /** Whether it needs no credentials. */
    public boolean isOpen() {
      return definition.has("security") && definition.path("security").isEmpty();
    }
  }

  /** All of them. */
  public static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    read(FILE)
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue().path(SERVICE).asString(),
                                    method.getValue()))));
    return operations;
  }

  /** Which paths the gateway leads further, as its own sources are to say. */
  public static Set<String> doors() {
    Set<String> patterns = new TreeSet<>();
    for (JsonNode door : read(DOORS)) {
      door.path("paths").forEach(pattern -> patterns.add(pattern.asString()));
      patterns.addAll(door.path("renamed").propertyNames());
    }
    return patterns;
  }

  /** The committed document. */
  public static JsonNode committed() {
    return read(FILE);
  }

  /** The document of the topics, as it is committed. */
  public static JsonNode topics() {
    return read(Repository.root().resolve("docs/asyncapi.json"));
  }

  private static ObjectNode read(Path file) {
    try {
      return Files.exists(file) ? read(Files.readString(file)) : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(String text) {
    return (ObjectNode) JSON.readTree(text);
  }

  private static void write(String text) {
    try {
      Files.writeString(FILE, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
