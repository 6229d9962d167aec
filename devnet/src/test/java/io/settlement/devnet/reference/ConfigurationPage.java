// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import io.settlement.events.Reference;
import io.settlement.events.schema.SourceDocs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of one module: from the metadata that Spring Boot's processor writes of its settings
 * records, with the variables that its application.yml names.
 */
final class ConfigurationPage {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
  private static final Pattern OURS = Pattern.compile("io\\.settlement\\.[a-z.]+\\.([A-Z][\\w$]*)");
  private static final int DEEPEST = 4;

  private final Path module;
  private final SourceDocs own;
  private final SourceDocs chains;
  private final Map<String, String> written = new TreeMap<>();
  private final List<String> rows = new ArrayList<>();

  ConfigurationPage(String module, SourceDocs chains) {
    this.module = Reference.inRepository(module);
    this.own = SourceDocs.below(this.module.resolve("src/main/java"));
    this.chains = chains;
    Path file = this.module.resolve("src/main/resources/application.yml");
    if (file.toFile().exists()) {
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .loadAll(Reference.read(file))
          .forEach(document -> flatten("", document));
    }
  }

  /** The table. */
  String table() {
    JsonNode metadata =
        new JsonMapper()
            .readTree(
                Reference.read(
                    module.resolve("target/classes/META-INF/spring-configuration-metadata.json")));
    TreeMap<String, JsonNode> properties = new TreeMap<>();
    metadata
        .path("properties")
        .forEach(property -> properties.put(property.path("name").asString(), property));
    properties.forEach(this::property);
    return "| setting | default | variable | what it is |\n|---|---|---|---|\n"
        + String.join("", rows);
  }

  private void property(String name, JsonNode property) {
    JsonNode byDefault = property.path("defaultValue");
    String type = property.path("type").asString("");
    Matcher variable = VARIABLE.matcher(written.getOrDefault(name, ""));
    boolean varies = variable.matches();
    String value = varies ? variable.group(2) : written.get(name);
    row(
        name,
        value != null ? value : byDefault.isMissingNode() ? null : text(byDefault),
        varies ? variable.group(1) : "",
        plain(property.path("description").asString("")));
    Matcher ours = OURS.matcher(type);
    if (ours.find()) {
      inside(name + brackets(type), ours.group(1).replace('$', '.'), 1);
    }
  }

  /** What a list's or a map's elements are made of. */
  private void inside(String prefix, String type, int depth) {
    for (SourceDocs.Component component : components(type)) {
      String name = prefix + "." + kebab(component.name());
      row(name, component.byDefault(), "", component.text());
      String element = component.type().replaceAll("^(List|Set|Map<String, ?)<?", "");
      element = element.replaceAll("[<>]", "");
      if (depth < DEEPEST) {
        inside(name + brackets(component.type()), around(type, element), depth + 1);
      }
    }
  }

  private List<SourceDocs.Component> components(String type) {
    List<SourceDocs.Component> found = own.components(type);
    return found.isEmpty() ? chains.components(type) : found;
  }

  /** A type that is named inside another is nested in it, or stands alone. */
  private String around(String outer, String named) {
    return Optional.of(outer + "." + named)
        .filter(nested -> !components(nested).isEmpty())
        .orElse(named);
  }

  private static String brackets(String type) {
    if (type.contains("Map<")) {
      return ".<name>";
    }
    return type.contains("List<") || type.contains("Set<") ? "[]" : "";
  }

  private void row(String name, @Nullable String byDefault, String variable, String text) {
    rows.add(
        "| `%s` | %s | %s | %s |\n"
            .formatted(
                name,
                byDefault == null || byDefault.isEmpty() ? "" : code(byDefault),
                variable.isEmpty() ? "" : code(variable),
                text.replace("|", "\\|")));
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asString(value.toString());
    }
    List<String> all = new ArrayList<>();
    value.forEach(one -> all.add(one.asString(one.toString())));
    return String.join(", ", all);
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@(?:code|literal) ([^}]*)}", "$1")
        .replaceAll("\\{@link (?:[\\w.]*[.#])?(\\w+)}", "$1")
        .replaceAll("\\s+", " ");
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private void flatten(String prefix, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner));
    } else if (value != null && !(value instanceof List)) {
      written.put(prefix, value.toString());
    }
  }
}
