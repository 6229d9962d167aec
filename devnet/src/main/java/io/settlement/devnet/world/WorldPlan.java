// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Ports;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a world shall be like.
 *
 * @param projectRoot where contracts and services were built
 * @param name of its run folder
 * @param blockSeconds time between blocks on both chains
 * @param ports where everything listens
 * @param throughProxies whether the relayer reaches its nodes through proxies that can hold calls
 * @param keepsStartCaches whether services leave a cache behind that starts them faster next time
 */
public record WorldPlan(
    Path projectRoot,
    String name,
    double blockSeconds,
    Ports ports,
    boolean throughProxies,
    boolean keepsStartCaches) {

  static final List<String> CHAINS = List.of("Alpha", "Beta");
  static final Map<String, Long> CHAIN_IDS = Map.of("Alpha", 31337L, "Beta", 31338L);
  static final List<String> DATABASES =
      List.of(
          "relayer",
          "validator1",
          "validator2",
          "validator3",
          "gas",
          "artifact",
          "registry",
          "gateway");
  static final int VALIDATORS = 3;
  static final int REQUIRED = 2;
  static final int LANES = 2;

  /** The world that people start: well-known ports. */
  public static WorldPlan local(Path projectRoot, double blockSeconds) {
    Ports ports = Ports.fixed(wellKnown());
    return new WorldPlan(projectRoot, "local", blockSeconds, ports, false, true);
  }

  /** A world beside it for tests: free ports, nodes behind proxies. */
  public static WorldPlan apart(Path projectRoot, String name, double blockSeconds) {
    Ports ports = Ports.free(wellKnown().keySet());
    return new WorldPlan(projectRoot, name, blockSeconds, ports, true, false);
  }

  /** A world that is only measured: free ports, nothing in between. */
  public static WorldPlan load(Path projectRoot, double blockSeconds) {
    Ports ports = Ports.free(wellKnown().keySet());
    return new WorldPlan(projectRoot, "load-world", blockSeconds, ports, false, true);
  }

  /** Where this kind of world leaves what it writes. */
  public Path folder() {
    return runFolder(projectRoot).resolve(name);
  }

  /** Describes the local world while it runs. */
  public static Path worldFile(Path projectRoot) {
    return runFolder(projectRoot).resolve("world.json");
  }

  Path cache() {
    return runFolder(projectRoot).resolve("cache");
  }

  private static Path runFolder(Path projectRoot) {
    return projectRoot.resolve("devnet/run");
  }

  private static Map<String, Integer> wellKnown() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("gateway", 8080);
    ports.put("registry", 8081);
    ports.put("gas", 8082);
    ports.put("relayer", 8083);
    ports.put("artifact", 8084);
    ports.put("validator1", 8091);
    ports.put("validator2", 8092);
    ports.put("validator3", 8093);
    ports.put("postgresql", 15432);
    ports.put("kafka", 19092);
    ports.put("Alpha", 18545);
    ports.put("Beta", 18546);
    return ports;
  }
}
