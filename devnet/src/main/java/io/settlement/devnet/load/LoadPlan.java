// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

/**
 * How much is sent and from how many keys.
 *
 * @param messages how many
 * @param senders accounts that send; one account's transactions are one queue at the node
 */
public record LoadPlan(int messages, int senders) {
  private static final int SENDERS = 20;

  /** As many senders as there is work for. */
  public static LoadPlan of(int messages) {
    return new LoadPlan(messages, Math.min(SENDERS, messages));
  }

  /** How many messages one of the senders sends. */
  int share(int sender) {
    return messages / senders + (sender < messages % senders ? 1 : 0);
  }
}
