// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import com.sun.net.httpserver.HttpExchange;
import io.settlement.gateway.StubService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the services behind the gateway say, from files: method and path lead to an answer, or to
 * several that are given in turn, of which the last one stays. An answer has a {@code status} and a
 * {@code body}; or what another name answers, {@code as}. Its {@code patch} replaces members of
 * others' bodies first: so a service remembers what it was told.
 */
final class Answers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BODY = "body";

  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Map<String, Integer> turns = new HashMap<>();

  Answers(List<Path> files) {
    files.forEach(file -> JSON.readTree(file).properties().forEach(this::add));
  }

  private void add(Map.Entry<String, JsonNode> said) {
    answers.put(said.getKey(), said.getValue());
  }

  void answer(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String name = exchange.getRequestMethod() + " " + asked.getPath();
    if (!answers.containsKey(name)) {
      StubService.write(
          exchange,
          404,
          "application/problem+json",
          "{\"title\": \"Not Found\", \"status\": 404, \"code\": \"unknown\", \"detail\": \"%s\"}"
              .formatted(asked.getPath()));
      return;
    }
    Said said = say(name);
    StubService.write(exchange, said.status(), "application/json", said.body());
  }

  private record Said(int status, String body) {}

  private synchronized Said say(String name) {
    JsonNode answer = inTurn(name);
    answer.path("patch").properties().forEach(one -> patch(one.getKey(), one.getValue()));
    JsonNode body = answer.has("as") ? bodyOf(answer.path("as").asString()) : answer.path(BODY);
    return new Said(answer.path("status").asInt(200), body.toString());
  }

  private JsonNode inTurn(String name) {
    JsonNode answer = Objects.requireNonNull(answers.get(name), name);
    if (!answer.isArray()) {
      return answer;
    }
    int turn = turns.merge(name, 1, Integer::sum);
    return answer.get(Math.min(turn, answer.size()) - 1);
  }

  private void patch(String name, JsonNode changes) {
    ObjectNode body = (ObjectNode) bodyOf(name);
    changes.properties().forEach(one -> body.set(one.getKey(), one.getValue()));
  }

  private JsonNode bodyOf(String name) {
    return Objects.requireNonNull(answers.get(name), name).path(BODY);
  }
}
