// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.Certificate;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.Service;
import io.settlement.devnet.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Services come back with the databases of an older backup while chains and topics have gone on:
 * messages were observed, delivered and paid back since, others are under way.
 */
public final class Restoring {
  /** A lane that finds more of its nonces used than it remembers says so within this time. */
  private static final Duration ALARMS = Duration.ofSeconds(30);

  private static final long BETWEEN_LOOKS = 1_000;

  private final World world;
  private final Path root;
  private final Progress progress;
  private final List<String> resumed = new ArrayList<>();
  private volatile @Nullable Path taken;
  private volatile Instant backedUp = Instant.MAX;
  private volatile Instant restored = Instant.MAX;

  /** In a world of its own. */
  public Restoring(World world, Path root, Progress progress) {
    this.world = world;
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param lostSeconds how much older the backup was than the moment it was restored
   * @param resumed lanes that an operator resumed
   * @param deadLetters records that a service could not read
   * @param certificate of messages sent before, while and after the backup was taken
   * @param afterwards of messages sent when all was well again
   */
  public record Report(
      long lostSeconds,
      List<String> resumed,
      Map<String, Long> deadLetters,
      Certificate certificate,
      Certificate afterwards) {

    /** Everything that does not hold. */
    public List<String> faults() {
      List<String> faults = new ArrayList<>(certificate.faults());
      afterwards.faults().forEach(fault -> faults.add("afterwards: " + fault));
      deadLetters.forEach((topic, count) -> faults.add(count + " records in " + topic));
      return faults;
    }

    /** For one line of JSON. */
    public Map<String, Object> figures() {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("lost_seconds", lostSeconds);
      line.put("resumed_lanes", resumed);
      line.put("dead_letters", deadLetters);
      line.put("certificate", certificate);
      line.put("afterwards", afterwards);
      return line;
    }
  }

  /**
   * Backs up after a third of the messages, restores when all are sent.
   *
   * @param services that come back with the backup's databases
   */
  public Report run(List<String> services, int messages, double perSecond) {
    Network network = new Network(world.file());
    Background backup =
        Background.begin(
            () -> {
              Pause.millis((long) (messages / perSecond / 3 * 1000));
              backedUp = Instant.now();
              taken = world.databases().backUp();
              progress.say("took a base backup");
            });
    Certificate certificate =
        new LoadRun(network, root, progress)
            .withRestoredServices()
            .run(
                plan(messages, perSecond),
                () -> {
                  backup.await();
                  restore(services);
                })
            .certificate();
    Certificate afterwards =
        new LoadRun(network, root, progress)
            .run(plan(Math.max(messages / 10, 5), perSecond))
            .certificate();
    return new Report(
        Duration.between(backedUp, restored).toSeconds(),
        List.copyOf(resumed),
        new Facts(world.file().kafkaClient()).deadLetters(),
        certificate,
        afterwards);
  }

  private static LoadPlan plan(int messages, double perSecond) {
    return new LoadPlan(messages, perSecond, List.of(new LoadPlan.Way("Alpha", "Beta")), 0, false);
  }

  private void restore(List<String> services) {
    progress.say("killing " + services + " and bringing the backup up");
    services.forEach(name -> world.service(name).kill());
    int port = world.databases().bringUp(Objects.requireNonNull(taken));
    for (String name : services) {
      Service service = world.service(name);
      service.set(Map.of("spring.datasource.url", world.databases().url(name, port)));
      service.start();
    }
    restored = Instant.now();
    world.awaitReady();
    progress.say("all are back; looking for lanes that are parked");
    resumeParked();
    new Facts(world.file().kafkaClient()).awaitAllRead();
  }

  /** The operator's step: what used the nonces is known to him, not to the lane. */
  private void resumeParked() {
    Gateway operator = new Gateway(world.file().gateway(), world.file().operatorKey());
    Instant until = Instant.now().plus(ALARMS);
    while (Instant.now().isBefore(until)) {
      for (JsonNode lane : operator.get("/v1/lanes").orFail("asking for lanes").json()) {
        String parked = lane.path("lease").path("parked").asString("");
        String id = lane.path("lane").asString("");
        if (!parked.isEmpty()) {
          operator.post("/v1/lanes/" + id + "/resume", Map.of()).orFail("resuming lane " + id);
          resumed.add(id + " " + parked);
          progress.say("resumed lane " + id + ": " + parked);
        }
      }
      Pause.millis(BETWEEN_LOOKS);
    }
  }
}
