// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * One object of Kubernetes.
 *
 * @param tree what it is made of
 */
record Manifest(Tree tree) {
  String kind() {
    return tree.at("kind").text();
  }

  String apiVersion() {
    return tree.at("apiVersion").text();
  }

  String name() {
    return tree.at("metadata", "name").text();
  }

  /** Which component it is of; "null" of none. */
  String component() {
    return tree.at("metadata", "labels", "app.kubernetes.io/component").text();
  }

  /** The pod it makes, or is. */
  Tree pod() {
    return kind().equals("Pod") ? tree.at("spec") : tree.at("spec", "template", "spec");
  }

  List<Tree> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> pod().at(list).list().stream())
        .toList();
  }

  boolean isHook() {
    return tree.at("metadata", "annotations", "settlement/hook").isThere();
  }

  /** The application.yml in a ConfigMap. */
  Tree application() {
    return new Tree(new Yaml().load(tree.at("data", "application.yml").text()));
  }

  @Override
  public String toString() {
    return kind() + "/" + name();
  }

  /** Everything that a rendered chart holds. */
  static List<Manifest> all(String rendered) {
    List<Manifest> all = new ArrayList<>();
    for (Object document : new Yaml().loadAll(rendered)) {
      if (document != null) {
        all.add(new Manifest(new Tree(document)));
      }
    }
    return List.copyOf(all);
  }
}
