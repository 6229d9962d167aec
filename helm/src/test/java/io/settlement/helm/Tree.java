// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of YAML.
 *
 * @param value maps, lists and scalars; null where there is nothing
 */
record Tree(@Nullable Object value) {

  /** What is below these words, one after the other; a number picks from a list. */
  Tree at(Object... path) {
    Tree found = this;
    for (Object step : path) {
      found = found.step(step);
    }
    return found;
  }

  private Tree step(Object step) {
    if (value instanceof Map<?, ?> map) {
      return new Tree(map.get(step));
    }
    if (value instanceof List<?> list && step instanceof Integer at && at < list.size()) {
      return new Tree(list.get(at));
    }
    return new Tree(null);
  }

  boolean isThere() {
    return value != null;
  }

  String text() {
    return String.valueOf(value);
  }

  int number() {
    return ((Number) Objects.requireNonNull(value)).intValue();
  }

  /** The members of a list; none where there is no list. */
  List<Tree> list() {
    return value instanceof List<?> list ? list.stream().map(Tree::new).toList() : List.of();
  }

  List<String> texts() {
    return list().stream().map(Tree::text).toList();
  }

  /** The entries of a map; none where there is no map. */
  Map<String, Tree> map() {
    Map<String, Tree> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, member) -> entries.put(String.valueOf(key), new Tree(member)));
    }
    return entries;
  }

  /** Every scalar below, with its path. */
  List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    collect(List.of(), leaves);
    return leaves;
  }

  private void collect(List<String> path, List<Leaf> leaves) {
    if (value instanceof Map<?, ?>) {
      map().forEach((key, member) -> member.collect(with(path, key), leaves));
    } else if (value instanceof List<?>) {
      list().forEach(member -> member.collect(path, leaves));
    } else {
      leaves.add(new Leaf(path, text()));
    }
  }

  private static List<String> with(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }

  /**
   * A scalar.
   *
   * @param path the words that lead there, without positions in lists
   * @param text what it says
   */
  record Leaf(List<String> path, String text) {
    String key() {
      return path.isEmpty() ? "" : path.getLast();
    }
  }
}
