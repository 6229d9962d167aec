// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The chart of this module, rendered by Helm itself. */
final class Chart {
  /** The module's folder, whoever runs the tests. */
  static final Path MODULE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();

  /** The repository. */
  static final Path ROOT = MODULE.resolve("..").normalize();

  static final Path FOLDER = MODULE.resolve("settlement-suite");

  private static final String HOOK = "helm.sh/hook:";

  /** Helm as a library tells no hooks: of this copy they are objects like all others. */
  private static final Path WITH_HOOKS =
      copy(MODULE.resolve("target/with-hooks"), text -> text.replace(HOOK, "settlement/hook:"));

  private static final Map<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** Names of the value sets in ci/. */
  static List<String> sets() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a value set installs. */
  static List<Manifest> of(String set) {
    return RENDERED.computeIfAbsent(set, name -> Manifest.all(command(name).call()));
  }

  /** The same with some values of its own, by their paths. */
  static List<Manifest> of(String set, Map<String, Object> values) {
    TemplateCommand command = command(set);
    values.forEach(command::set);
    return Manifest.all(command.call());
  }

  static List<Manifest> of(String set, String kind) {
    return of(set).stream().filter(object -> object.kind().equals(kind)).toList();
  }

  static Manifest of(String set, String kind, String component) {
    return of(set, kind).stream()
        .filter(object -> object.component().equals(component) && !object.isHook())
        .findFirst()
        .orElseThrow();
  }

  /** What values of somebody's own install. */
  static List<Manifest> of(Path values) {
    return Manifest.all(withValues(values).call());
  }

  private static TemplateCommand command(String set) {
    return withValues(FOLDER.resolve("ci").resolve(set + ".yaml"));
  }

  private static TemplateCommand withValues(Path values) {
    return new Helm(WITH_HOOKS)
        .template()
        .withName("suite")
        .withNamespace("settlement")
        .withKubeVersion("1.33.0")
        .withValuesFile(values);
  }

  static Tree values() {
    return yaml(FOLDER.resolve("values.yaml"));
  }

  static Tree yaml(Path file) {
    try {
      return new Tree(new Yaml().load(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Helm lints a chart with its own values alone: so a copy is linted whose values are the set's.
   */
  static LintResult lint(String set, Path scratch) throws IOException {
    Path copy = copy(scratch, text -> text);
    Map<String, Object> values =
        merged(values(), yaml(FOLDER.resolve("ci").resolve(set + ".yaml")));
    Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(values));
    return new Helm(copy).lint().strict().call();
  }

  private static Path copy(Path folder, UnaryOperator<String> change) {
    Path copy = folder.resolve(FOLDER.getFileName().toString());
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(target, change.apply(Files.readString(file)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> merged(Tree base, Tree above) {
    Map<String, Object> merged = new LinkedHashMap<>();
    base.map().forEach((key, tree) -> merged.put(key, tree.value()));
    above
        .map()
        .forEach(
            (key, tree) -> {
              boolean both = tree.value() instanceof Map && base.at(key).value() instanceof Map;
              // As Helm does: null takes a value away.
              if (tree.isThere()) {
                merged.put(key, both ? merged(base.at(key), tree) : tree.value());
              } else {
                merged.remove(key);
              }
            });
    return merged;
  }
}
