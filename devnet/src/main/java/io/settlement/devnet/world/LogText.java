// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Structured log lines in a form that fits a terminal. */
final class LogText {
  private static final int WIDTH = 400;

  private LogText() {}

  static String readable(String lines) {
    return lines.lines().map(LogText::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    if (!line.startsWith("{")) {
      return line;
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(line);
      String error = json.at("/error/message").asString("");
      String text =
          "%s %s %s: %s %s"
              .formatted(
                  json.path("@timestamp").asString(""),
                  json.at("/log/level").asString(""),
                  json.at("/log/logger").asString(""),
                  json.path("message").asString(""),
                  error.isEmpty() ? "" : "(" + error + ")");
      return text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text;
    } catch (JacksonException notJson) {
      return line;
    }
  }
}
