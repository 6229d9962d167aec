// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;

/**
 * The world all journeys of this JVM share; it ends with the JVM. Journeys that disturb nobody go
 * side by side; what only one may use at a time is named here.
 */
final class SharedWorld {
  /** The account of {@link Network#user()} and what its tokens come to. */
  static final String USER = "user";

  /** The account of {@link Network#otherUser()}. */
  static final String OTHER_USER = "other user";

  /** Blocks that somebody mines, and what waits for them. */
  static final String BITCOIN = "bitcoin";

  private static final double BLOCK_SECONDS = 0.5;
  private static final World WORLD = start();
  private static final Network NETWORK = new Network(WORLD.file());

  private SharedWorld() {}

  static World world() {
    return WORLD;
  }

  static Network network() {
    return NETWORK;
  }

  /** Where the project is. */
  static Path root() {
    return Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("..").normalize();
  }

  static Facts facts() {
    return new Facts(WORLD.file().kafka());
  }

  private static World start() {
    WorldPlan plan =
        WorldPlan.apart(root(), "journeys", BLOCK_SECONDS)
            .withSpareCouriers(1)
            .withBitcoin()
            .withRelayerSetting("settlement.relayer.bitcoin.payout.bump-after", "10s");
    return World.start(plan, new Progress(System.out));
  }
}
