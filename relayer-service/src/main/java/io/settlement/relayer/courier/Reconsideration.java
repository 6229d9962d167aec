// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.limit.Stopped;
import io.settlement.relayer.limit.Stops;
import io.settlement.relayer.loop.Rounds;
import io.settlement.relayer.nodes.Nodes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at waiting messages again when the registry or what stands still changes: a smaller quorum,
 * a new chain or the end of a stop may be all they wait for, and no further fact of their own would
 * come. Once after the start too: that may have changed meanwhile.
 */
final class Reconsideration extends Rounds {
  private static final int PAGE = 500;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A transaction that judged by what was known before ends sooner than this many looks later. */
  private static final int AGAIN = 5;

  private final Messages messages;
  private final SecondLook secondLook;
  private final RegistryView registry;
  private final Stops stops;
  private final AtomicBoolean registryChanged = new AtomicBoolean(true);
  private Stopped stopped = Stopped.NOTHING;
  private int looks;

  Reconsideration(
      Messages messages,
      Courier courier,
      RegistryView registry,
      Nodes nodes,
      Stops stops,
      TransactionOperations transactions) {
    super("reconsideration", AFTER_FAILURE);
    this.messages = messages;
    this.secondLook = new SecondLook(courier, transactions);
    this.registry = registry;
    this.stops = stops;
    registry.onChange(event -> changed());
    nodes.onAdmitted(chain -> changed());
  }

  private void changed() {
    registryChanged.set(true);
    if (registry.isLoaded()) {
      ring();
    }
  }

  @Override
  protected void round() throws InterruptedException {
    awaitBell(LOOK);
    if (!registry.isLoaded()) {
      return;
    }
    Stopped now = stops.now();
    if (!now.equals(stopped) || registryChanged.getAndSet(false)) {
      looks = 0;
      registryChanged.set(true);
      secondLook.at(messages::waiting, PAGE);
      registryChanged.set(false);
      stopped = now;
    } else if (looks < AGAIN && ++looks == AGAIN) {
      secondLook.at(messages::waiting, PAGE);
    }
  }
}
