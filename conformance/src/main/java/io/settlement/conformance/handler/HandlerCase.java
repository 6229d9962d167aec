// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import java.util.Optional;

/**
 * A handler and what it is tried with.
 *
 * @param chain its chain's name, as contracts hash it
 * @param settlement its chain's settlement contract
 * @param handler its address
 * @param peer whose messages it takes
 * @param asset the token it moves in the suite's own payload; empty for handlers of messages
 * @param sample a message that it takes; made here when it moves a token
 * @param send call data that makes it send a message; made here when it moves a token
 * @param gas what an ordinary delivery may use; what the settlement contract gives when empty
 */
public record HandlerCase(
    String chain,
    String settlement,
    String handler,
    Peer peer,
    Optional<Asset> asset,
    Optional<Sample> sample,
    Optional<String> send,
    Optional<Long> gas) {

  /** The most gas that may be declared: what the settlement contract lets a sender ask for. */
  public static final long MOST_GAS = 5_000_000;

  /** Refuses what cannot be tried. */
  public HandlerCase {
    if (asset.isEmpty() && sample.isEmpty()) {
      throw new IllegalArgumentException("a handler that moves no token needs a sample message");
    }
    if (gas.filter(limit -> limit < 1 || limit > MOST_GAS).isPresent()) {
      throw new IllegalArgumentException("a handler's gas is 1 to " + MOST_GAS);
    }
  }

  /**
   * Who sends to it.
   *
   * @param chain the other chain's name
   * @param handler an address, or 32 bytes, in hex
   * @param token the token there, in hex; empty when none is moved
   */
  public record Peer(String chain, String handler, Optional<String> token) {}

  /**
   * What it moves.
   *
   * @param token its contract
   * @param unlocks whether what arrives is paid from what it holds
   */
  public record Asset(String token, boolean unlocks) {}

  /**
   * A message as its peer sends it.
   *
   * @param type payload type, 0 to 6
   * @param message the whole MessageV1 in hex
   */
  public record Sample(int type, String message) {}
}
