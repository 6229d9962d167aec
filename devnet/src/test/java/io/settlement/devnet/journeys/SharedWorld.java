// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import io.settlement.events.trace.Collector;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The world all journeys of this JVM share; it ends with the JVM. Journeys that disturb nobody go
 * side by side; what only one may use at a time is named here. With {@code -Ddevnet.world=file} it
 * is one that others have started, for the journeys that stop nothing in it.
 */
final class SharedWorld {
  /** The account of {@link Network#user()} and what its tokens come to. */
  static final String USER = "user";

  /** The account of {@link Network#otherUser()}. */
  static final String OTHER_USER = "other user";

  /** Blocks that somebody mines, and what waits for them. */
  static final String BITCOIN = "bitcoin";

  /**
   * Whether Kafka and PostgreSQL ask who comes, and what he may do, as {@code mvn verify} has it.
   */
  static final boolean SECURED = Boolean.getBoolean("devnet.secured");

  private static final double BLOCK_SECONDS = 0.5;
  private static final @Nullable String GIVEN = System.getProperty("devnet.world");
  private static final Collector TRACES = Collector.start();
  private static final @Nullable World WORLD = GIVEN == null ? start() : null;
  private static final Network NETWORK = new Network(file());

  private SharedWorld() {}

  /** Whoever asks for it stops and starts parts of it. */
  static World world() {
    requireOurs();
    return Objects.requireNonNull(WORLD);
  }

  /** Skips what does not hold in a world that others have started. */
  static void requireOurs() {
    Assumptions.assumeTrue(WORLD != null, "not in a world that others have started");
  }

  static Network network() {
    return NETWORK;
  }

  /** Spans of all messages; empty in a world that others have started, who collect their own. */
  static Optional<Collector> traces() {
    return WORLD == null ? Optional.empty() : Optional.of(TRACES);
  }

  /** Where the project is. */
  static Path root() {
    return Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("..").normalize();
  }

  static Facts facts() {
    return new Facts(NETWORK.file().kafkaClient());
  }

  private static WorldFile file() {
    return GIVEN == null
        ? Objects.requireNonNull(WORLD).file()
        : WorldFile.running(Path.of(GIVEN))
            .orElseThrow(() -> new IllegalStateException("no world is running at " + GIVEN));
  }

  private static World start() {
    WorldPlan plan =
        WorldPlan.apart(root(), "journeys", BLOCK_SECONDS)
            .withSpareCouriers(1)
            .withBitcoin()
            .withSetting("settlement.tracing.endpoint", TRACES.address())
            .withSetting("settlement.tracing.share", "1")
            .withRelayerSetting("settlement.relayer.bitcoin.payout.bump-after", "10s");
    return World.start(SECURED ? plan.secured() : plan, new Progress(System.out));
  }
}
