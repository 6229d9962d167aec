// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.terminal.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments of a command: {@code --name value} pairs and {@code --flag}s, nothing else. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();
  private final String usage;

  private Arguments(String usage) {
    this.usage = usage;
  }

  static Arguments parse(String[] given, Set<String> options, Set<String> flags, String usage) {
    Arguments arguments = new Arguments(usage);
    for (int i = 0; i < given.length; i++) {
      String name = given[i];
      if (flags.contains(name)) {
        arguments.values.put(name, "");
      } else if (options.contains(name) && i + 1 < given.length) {
        i++;
        arguments.values.put(name, given[i]);
      } else {
        throw arguments.refused(
            options.contains(name) ? name + " needs a value" : "unknown argument " + name);
      }
    }
    return arguments;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  @Nullable String optional(String name) {
    return values.get(name);
  }

  String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw refused(name + " is missing");
    }
    return value;
  }

  int count(String name, int byDefault) {
    String value = values.get(name);
    if (value == null) {
      return byDefault;
    }
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw refused(name + " must be a whole number from 1 to 9999999, not " + value);
    }
    return Integer.parseInt(value);
  }

  double seconds(String name, double byDefault) {
    String value = values.get(name);
    if (value == null) {
      return byDefault;
    }
    if (!value.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") || Double.parseDouble(value) < 0.05) {
      throw refused(name + " must be seconds from 0.05 to 999, not " + value);
    }
    return Double.parseDouble(value);
  }

  private Failure refused(String reason) {
    return new Failure(reason + System.lineSeparator() + "usage: " + usage);
  }
}
