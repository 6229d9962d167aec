// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service can be told: the metadata of its own settings, of the kit's and of Spring's, and
 * below them the components of the records that they are made of.
 */
final class Settings {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  /** Which jar a component runs. */
  static final Map<String, String> SERVICES =
      Map.of(
          "gateway", "gateway",
          "registry", "handler-registry",
          "gas", "gas-service",
          "artifact", "artifact-service",
          "observer", "relayer-service",
          "courier", "relayer-service",
          "validator", "relayer-service");

  private static final Map<String, Settings> KNOWN = new HashMap<>();

  private final Map<String, String> types = new HashMap<>();
  private final ClassLoader classes;

  private Settings(Path module) {
    Path compiled = module.resolve("target/classes");
    try {
      classes =
          new URLClassLoader(new URL[] {compiled.toUri().toURL()}, Settings.class.getClassLoader());
      for (URL metadata : Collections.list(classes.getResources(METADATA))) {
        try (InputStream json = metadata.openStream()) {
          read(new String(json.readAllBytes(), UTF_8));
        }
      }
      if (!Files.exists(compiled.resolve(METADATA))) {
        throw new IllegalStateException(compiled + " is not compiled");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized Settings of(String component) {
    String service = SERVICES.get(component);
    return KNOWN.computeIfAbsent(
        String.valueOf(service), name -> new Settings(Chart.MODULE.resolveSibling(name)));
  }

  private void read(String json) {
    Tree metadata = new Tree(new Gson().fromJson(json, Map.class));
    for (Tree property : metadata.at("properties").list()) {
      types.put(property.at("name").text(), property.at("type").text());
    }
  }

  /** Which of these words nothing in the service listens to. */
  List<String> unknown(Tree told) {
    List<String> unknown = new ArrayList<>();
    told.map().forEach((key, value) -> look(key, value, unknown));
    return unknown;
  }

  private void look(String path, Tree value, List<String> unknown) {
    String type = types.get(path);
    if (type != null && !(value.value() instanceof Map && hasBelow(path))) {
      lookInto(path, type, value, unknown);
    } else if (value.value() instanceof Map && hasBelow(path)) {
      value.map().forEach((key, member) -> look(path + "." + key, member, unknown));
    } else {
      unknown.add(path);
    }
  }

  private boolean hasBelow(String path) {
    return types.keySet().stream().anyMatch(name -> name.startsWith(path + "."));
  }

  private void lookInto(String path, String type, Tree value, List<String> unknown) {
    if (type.startsWith("java.util.Map<")
        || type.startsWith("java.util.List<")
        || type.startsWith("java.util.Set<")) {
      String inner = type.substring(type.indexOf('<') + 1, type.length() - 1);
      String member =
          type.startsWith("java.util.Map<") ? inner.replaceFirst("^[^,]+,\\s*", "") : inner;
      members(value).forEach((at, below) -> lookInto(path + at, member, below, unknown));
      return;
    }
    Class<?> record = type.startsWith("io.settlement.") ? load(type) : null;
    if (record != null && record.isRecord() && value.value() instanceof Map) {
      lookInto(path, record, value, unknown);
    } else if (value.value() instanceof Map && type.startsWith("java.")) {
      unknown.add(path + " is no map");
    }
  }

  private void lookInto(String path, Class<?> record, Tree value, List<String> unknown) {
    Map<String, RecordComponent> components =
        Arrays.stream(record.getRecordComponents())
            .collect(Collectors.toMap(c -> dashed(c.getName()), c -> c));
    value
        .map()
        .forEach(
            (key, member) -> {
              RecordComponent component = components.get(key);
              if (component == null) {
                unknown.add(path + "." + key);
              } else {
                lookInto(path + "." + key, spelled(component.getGenericType()), member, unknown);
              }
            });
  }

  private static Map<String, Tree> members(Tree value) {
    Map<String, Tree> members = new HashMap<>();
    value.map().forEach((key, member) -> members.put("." + key, member));
    List<Tree> list = value.list();
    for (int at = 0; at < list.size(); at++) {
      members.put("[" + at + "]", list.get(at));
    }
    return members;
  }

  private @Nullable Class<?> load(String type) {
    try {
      return Class.forName(type, false, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String spelled(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getRawType().getTypeName()
          + Arrays.stream(parameterized.getActualTypeArguments())
              .map(Settings::spelled)
              .collect(Collectors.joining(",", "<", ">"));
    }
    return type.getTypeName();
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
