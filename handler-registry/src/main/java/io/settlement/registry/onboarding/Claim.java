// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.chain.contract.Signable;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.Hash;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/**
 * What a partner says of a handler, as its contract's owner signs it.
 *
 * @param partner who registers it
 * @param handler as it is to stand in the book
 * @param nonce any word, once
 * @param expiresAt after which the signature counts for nothing
 */
record Claim(String partner, HandlerState handler, Hash nonce, Instant expiresAt) {

  /** What a wallet shows, line by line. */
  String statement() {
    String moved =
        handler
            .asset()
            .map(
                asset ->
                    "%s, %d decimals, %s, %s"
                        .formatted(asset.token(), asset.decimals(), asset.mode(), asset.artifact()))
            .orElse("none");
    return """
    Register handler %s for partner %s.
    Token: %s
    Nonce: %s
    Expires: %s\
    """
        .formatted(handler.handler(), partner, moved, nonce, expiresAt);
  }

  /** What is signed: the statement in the form of EIP-191, as wallets sign texts. */
  Hash digest() {
    byte[] text = statement().getBytes(UTF_8);
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(("\u0019Ethereum Signed Message:\n" + text.length).getBytes(UTF_8));
    form.writeBytes(text);
    return new Signable(form.toByteArray()).digest();
  }
}
