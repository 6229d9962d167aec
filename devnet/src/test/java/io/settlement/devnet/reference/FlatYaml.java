// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Settings of a YAML file by their whole names. */
public final class FlatYaml {
  private FlatYaml() {}

  /**
   * Of all documents of a text, a later one's before an earlier one's; what is empty is left out.
   */
  public static Map<String, String> read(String text) {
    Map<String, String> settings = new TreeMap<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(text)
        .forEach(document -> flatten("", document, settings));
    return settings;
  }

  private static void flatten(String prefix, Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner, flat));
    } else if (value != null) {
      flat.put(prefix, value.toString());
    }
  }
}
