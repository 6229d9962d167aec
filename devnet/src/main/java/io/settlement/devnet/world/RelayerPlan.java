// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the relayer runs: its jar several times on one database, and how it reaches its nodes.
 *
 * @param instances how many share the work: {@code relayer}, {@code relayer2}, …
 * @param spares further instances that are not started before somebody asks for it
 * @param splitsRoles whether observers are processes of their own ({@code observer}, …) beside
 *     couriers; else every instance is both
 * @param providers addresses under which each chain is reached, each through a proxy of its own; 0:
 *     the node itself
 * @param settings further settings of relayers and validators, by property name
 */
record RelayerPlan(
    int instances, int spares, boolean splitsRoles, int providers, Map<String, String> settings) {
  RelayerPlan {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  RelayerPlan(int providers) {
    this(1, 0, false, providers, Map.of());
  }

  RelayerPlan withInstances(int count) {
    return new RelayerPlan(count, spares, splitsRoles, providers, settings);
  }

  RelayerPlan withSpares(int count) {
    return new RelayerPlan(instances, count, splitsRoles, providers, settings);
  }

  RelayerPlan withSplitRoles() {
    return new RelayerPlan(instances, spares, true, providers, settings);
  }

  RelayerPlan withProviders(int count) {
    return new RelayerPlan(instances, spares, splitsRoles, count, settings);
  }

  RelayerPlan with(String property, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(property, value);
    return new RelayerPlan(instances, spares, splitsRoles, providers, more);
  }

  /** Name and roles of every instance, as its configuration spells them. */
  Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    for (String name : numbered("relayer")) {
      roles.put(name, splitsRoles ? "courier" : "observer, courier");
    }
    if (splitsRoles) {
      numbered("observer").forEach(name -> roles.put(name, "observer"));
    }
    return roles;
  }

  /** As whom an instance comes to Kafka: by its roles, not by its number. */
  String kafkaUser(String name) {
    return name.replaceAll("\\d+$", "").equals("observer")
        ? "observer"
        : splitsRoles ? "courier" : "relayer";
  }

  /** Whether it waits to be started. */
  boolean isSpare(String name) {
    return List.of("relayer", "observer").stream()
        .map(this::numbered)
        .anyMatch(names -> names.indexOf(name) >= instances);
  }

  private List<String> numbered(String name) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= instances + spares; i++) {
      names.add(i == 1 ? name : name + i);
    }
    return names;
  }
}
