// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What a quote is asked for.
 *
 * @param sender who will call the handler; null when that is not known
 * @param payer who pays; null for the sender
 * @param nonce which of the sender's messages through the handler; null for the next
 */
record Ask(
    Quote.Subject subject,
    @Nullable EvmAddress sender,
    @Nullable EvmAddress payer,
    Content content,
    @Nullable Long nonce) {

  /**
   * What is known of the payload.
   *
   * @param payload all of it
   * @param hash its hash, from who does not show it
   * @param receiver of tokens, from which the payload of a token handler follows
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Content(byte @Nullable [] payload, @Nullable Hash hash, @Nullable EvmAddress receiver) {}

  /** Whether it is for one message alone. */
  boolean isBound() {
    return sender != null
        && (content.payload() != null || content.hash() != null || content.receiver() != null);
  }

  /** For a user who sends and pays it himself, and whom its tokens are for, if it moves any. */
  Ask of(EvmAddress user, @Nullable EvmAddress getter) {
    return new Ask(
        subject, user, user, new Content(content.payload(), content.hash(), getter), nonce);
  }

  /** For any message like it. */
  Ask estimate() {
    return new Ask(subject, null, null, new Content(null, null, null), nonce);
  }

  /** The same for another of the sender's messages. */
  Ask withNonce(long other) {
    return new Ask(subject, sender, payer, content, other);
  }
}
