// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.process.ServiceJar;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A running world and everything it started; closing it ends all of that. */
public final class World implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(6);
  private static final long BETWEEN_LOOKS = 300;

  private final WorldFile file;
  private final Belongings belongings;
  private final Map<String, List<RpcProxy>> proxies;
  private final Map<String, PortSwitch> entrances;
  private final Databases databases;
  private final Map<String, Integer> instances = new ConcurrentHashMap<>();

  World(
      WorldFile file,
      Belongings belongings,
      Map<String, List<RpcProxy>> proxies,
      Map<String, PortSwitch> entrances,
      Databases databases) {
    this.file = file;
    this.belongings = belongings;
    this.proxies = proxies;
    this.entrances = entrances;
    this.databases = databases;
  }

  /** Brings a world up; when that fails, nothing of it stays. */
  public static World start(WorldPlan plan, Progress progress) {
    return new Genesis(plan, progress).run();
  }

  /** What others need to reach it. */
  public WorldFile file() {
    return file;
  }

  /** Lets other commands find it, as long as it is there. */
  public void announce(Path worldFile) {
    file.write(worldFile);
    AutoCloseable withdrawal = () -> Files.deleteIfExists(worldFile);
    belongings.keep(withdrawal);
  }

  /** A service by name, to stop and start it; a spare one has not been started. */
  public Service service(String name) {
    return belongings.service(name);
  }

  /**
   * Starts one more instance of a service, of another build if wanted. Nobody is led to it yet.
   *
   * @param builtIn the project whose build it runs
   */
  public Service beside(String name, Path builtIn) {
    Service former = belongings.service(name);
    int number = instances.merge(name, 1, Integer::sum) + 1;
    ServiceJar jar = ServiceJar.of(builtIn, Genesis.moduleOf(name), new RunFolder(file.folder()));
    Service next = former.twin(name + "-" + number, jar, Ports.free());
    belongings.keep(next::stop);
    next.set(former.settings());
    next.start();
    return next;
  }

  /** The instance that a name means from now on. */
  public void succeed(String name, Service next) {
    belongings.succeed(name, next);
  }

  /** The one address of a service, in a world that has entrances. */
  public PortSwitch entrance(String name) {
    PortSwitch entrance = entrances.get(name);
    if (entrance == null) {
      throw new IllegalArgumentException("no entrance of " + name);
    }
    return entrance;
  }

  /** Its databases, as who runs the server sees them. */
  public Databases databases() {
    return databases;
  }

  /** The folder of its keys, those of internal tokens among them ({@link InternalKeys}). */
  public Path keys() {
    return new RunFolder(file.folder()).keys();
  }

  /** All services. */
  public Collection<Service> services() {
    return belongings.services();
  }

  /** Waits until every service can work again, after some were stopped. */
  public void awaitReady() {
    long deadline = System.nanoTime() + READY.toNanos();
    for (Service service : belongings.services()) {
      while (!service.isReady()) {
        if (System.nanoTime() > deadline) {
          service.requireAlive();
          throw new Failure(service.name() + " is not ready again after " + READY + ".");
        }
        Pause.millis(BETWEEN_LOOKS);
      }
    }
  }

  /** Stops with the log of a service that is gone. */
  public void requireAlive() {
    belongings.requireAlive();
  }

  /** What the services complained about last, service by service. */
  public String errors() {
    return belongings.services().stream()
        .filter(service -> !service.errors().isEmpty())
        .map(service -> "errors of " + service.name() + ":\n" + service.errors())
        .collect(Collectors.joining("\n"));
  }

  /** What stands between the relayer and its node of a chain; the first when it has several. */
  public RpcProxy proxy(String chain) {
    List<RpcProxy> all = proxies(chain);
    if (all.isEmpty()) {
      throw new IllegalStateException("this world has no proxies");
    }
    return all.get(0);
  }

  /** What stands between the relayer and its node of a chain, one for each address it was given. */
  public List<RpcProxy> proxies(String chain) {
    return proxies.getOrDefault(chain, List.of());
  }

  @Override
  public void close() {
    belongings.close();
  }
}
