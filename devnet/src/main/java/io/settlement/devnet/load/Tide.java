// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.process.Pause;
import java.math.BigInteger;
import java.util.Random;

/**
 * Moves a chain's base fee with each block, by up to the eighth that EIP-1559 allows, up or down,
 * and turns around at the ends of a band. As on a market, less is asked for what is dear and more
 * for what is cheap: at twice the middle its moves lie a fiftieth lower.
 */
public final class Tide implements AutoCloseable {
  private static final BigInteger LOWEST = BigInteger.valueOf(5_000_000_000L);
  private static final BigInteger HIGHEST = BigInteger.valueOf(20_000_000_000L);
  private static final BigInteger MIDDLE = BigInteger.valueOf(10_000_000_000L);
  private static final int PARTS = 1000;

  /** Thousandths by which demand answers a fee that is e times the middle. */
  private static final double ELASTICITY = 30;

  private static final int EIGHTH = 125;
  private static final long BETWEEN_LOOKS = 40;
  private static final long BETWEEN_BLOCKS = 500;

  private final Node node;
  private final Random random;
  private final Thread thread;
  private volatile boolean ends;
  private BigInteger fee = MIDDLE;

  /**
   * @param seed makes the same moves again
   */
  public Tide(Node node, long seed) {
    this.node = node;
    this.random = new Random(seed);
    this.thread = Thread.ofPlatform().name("tide").daemon().unstarted(this::move);
  }

  /** Begins to move, once a block has the fee it starts from: who looked before that is wrong. */
  public void begin() {
    long before = node.height();
    set();
    while (node.height() <= before) {
      Pause.millis(BETWEEN_LOOKS);
    }
    thread.start();
  }

  /** Waits until so many blocks have moved. */
  public void awaitBlocks(int blocks) {
    long until = node.height() + blocks;
    while (node.height() < until) {
      Pause.millis(BETWEEN_BLOCKS);
    }
  }

  @Override
  public void close() {
    ends = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void move() {
    long seen = -1;
    while (!ends) {
      long height = node.height();
      if (height != seen) {
        seen = height;
        fee = next();
        set();
      }
      Pause.millis(BETWEEN_LOOKS);
    }
  }

  private void set() {
    node.call("anvil_setNextBlockBaseFeePerGas", "0x" + fee.toString(16));
  }

  private BigInteger next() {
    long demand = Math.round(ELASTICITY * Math.log(MIDDLE.doubleValue() / fee.doubleValue()));
    long change = Math.clamp(random.nextInt(-EIGHTH, EIGHTH + 1) + demand, -EIGHTH, EIGHTH);
    BigInteger moved =
        fee.multiply(BigInteger.valueOf(PARTS + change)).divide(BigInteger.valueOf(PARTS));
    return moved.max(LOWEST).min(HIGHEST);
  }
}
