// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One rule that a node does not keep. A line makes one: {@code says("eth_chainId", id ->
 * text("0x1"))}.
 *
 * @param methods the methods it touches; empty when it touches all, as what happens in transport
 *     does
 * @param turn what one call is answered with
 * @param door what one body over HTTP is answered with
 * @param news what subscribers are told; null for nothing
 */
record Break(Set<String> methods, Turn turn, Door door, News news) {
  static final JsonMapper JSON = new JsonMapper();

  /** The whole answer to one call, instead of the true one. */
  interface Turn {
    ObjectNode answer(ObjectNode request, Truth node);
  }

  /** The node itself. */
  interface Truth {
    ObjectNode answer(ObjectNode request);

    /** Asks it anything. */
    default JsonNode ask(String method, Object... params) {
      ObjectNode request = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
      request.put("method", method).set("params", JSON.valueToTree(params));
      return answer(request).path("result");
    }
  }

  /** What comes back over HTTP, instead of {@code inner}'s reply. */
  interface Door {
    Reply reply(JsonNode body, Inner inner) throws IOException, InterruptedException;
  }

  /** The way on to the calls. */
  interface Inner {
    Reply reply() throws IOException, InterruptedException;
  }

  /** An answer of HTTP. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Reply(int status, String type, byte[] body) {
    static Reply of(int status, String text) {
      return new Reply(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply of(JsonNode json) {
      return new Reply(200, "application/json", JSON.writeValueAsBytes(json));
    }
  }

  /** What a subscriber is told instead of this. */
  interface News {
    @Nullable ObjectNode instead(ObjectNode notification);
  }

  private static final Turn TRUE_TURN = (request, node) -> node.answer(request);
  private static final Door OPEN_DOOR = (body, inner) -> inner.reply();
  private static final News TRUE_NEWS = notification -> notification;

  /** Nothing is broken. */
  static Break nothing() {
    return new Break(Set.of("(none)"), TRUE_TURN, OPEN_DOOR, TRUE_NEWS);
  }

  /** The result of a method is another; what was refused stays refused. */
  static Break says(String method, UnaryOperator<JsonNode> result) {
    return says(method, params -> true, result);
  }

  /** The result of a method is another when its parameters are such. */
  static Break says(String method, Predicate<JsonNode> when, UnaryOperator<JsonNode> result) {
    return turns(
        method,
        when,
        (request, node) -> {
          ObjectNode answer = node.answer(request);
          if (answer.has("result")) {
            answer.set("result", result.apply(answer.path("result")));
          }
          return answer;
        });
  }

  /** A method is refused. */
  static Break refuses(String method, int code, String words) {
    return refuses(method, params -> true, code, words);
  }

  /** A method is refused when its parameters are such. */
  static Break refuses(String method, Predicate<JsonNode> when, int code, String words) {
    return turns(method, when, (request, node) -> refusal(request, code, words));
  }

  /** A method does not exist. */
  static Break lacks(String method) {
    return refuses(method, -32601, "the method " + method + " does not exist");
  }

  /** A method is answered by the node, but to other parameters. */
  static Break asksInstead(String method, UnaryOperator<JsonNode> params) {
    return turns(
        method,
        any -> true,
        (request, node) -> {
          ObjectNode other = request.deepCopy();
          other.set("params", params.apply(other.path("params")));
          return node.answer(other);
        });
  }

  /** A method is answered in any way when its parameters are such. */
  static Break turns(String method, Predicate<JsonNode> when, Turn turn) {
    return new Break(
        Set.of(method),
        (request, node) ->
            request.path("method").asString("").equals(method) && when.test(request.path("params"))
                ? turn.answer(request, node)
                : node.answer(request),
        OPEN_DOOR,
        TRUE_NEWS);
  }

  /** Something happens on the way. */
  static Break onTheWay(Door door) {
    return new Break(Set.of(), TRUE_TURN, door, TRUE_NEWS);
  }

  /** Subscribers are told something else. */
  static Break tells(News news) {
    return new Break(Set.of("eth_subscribe"), TRUE_TURN, OPEN_DOOR, news);
  }

  /** Both at once, where one method alone would not show it. */
  Break and(Break other) {
    Set<String> both = new TreeSet<>(methods);
    both.addAll(other.methods);
    return new Break(
        methods.isEmpty() || other.methods.isEmpty() ? Set.of() : both,
        (request, node) -> turn.answer(request, asked -> other.turn.answer(asked, node)),
        (body, inner) -> door.reply(body, () -> other.door.reply(body, inner)),
        notification -> {
          ObjectNode told = other.news.instead(notification);
          return told == null ? null : news.instead(told);
        });
  }

  static ObjectNode refusal(ObjectNode request, int code, String words) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", request.path("id"));
    answer.putObject("error").put("code", code).put("message", words);
    return answer;
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  static JsonNode nothingAtAll() {
    return JsonNodeFactory.instance.nullNode();
  }

  /** An object with one field changed; what is no object stays. */
  static UnaryOperator<JsonNode> field(String name, UnaryOperator<JsonNode> change) {
    return object -> {
      if (object instanceof ObjectNode whole && whole.has(name)) {
        whole.set(name, change.apply(whole.path(name)));
      }
      return object;
    };
  }
}
