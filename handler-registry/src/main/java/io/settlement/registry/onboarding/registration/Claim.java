// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.chain.contract.Signable;
import io.settlement.chain.contract.TypedStatement;
import io.settlement.events.RegistryEvent.Asset;
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
  private static final String NONE = "none";

  /** What a wallet shows, line by line. */
  String statement() {
    String moved =
        handler
            .asset()
            .map(
                asset ->
                    "%s, %d decimals, %s, %s"
                        .formatted(asset.token(), asset.decimals(), asset.mode(), asset.artifact()))
            .orElse(NONE);
    return """
    Register handler %s for partner %s.
    Token: %s
    Nonce: %s
    Expires: %s\
    """
        .formatted(handler.handler(), partner, moved, nonce, expiresAt);
  }

  /** The same as wallets show it field by field (EIP-712); either may be signed. */
  TypedStatement typed() {
    Asset asset = handler.asset().orElse(null);
    return TypedStatement.of("RegisterHandler")
        .text("handler", handler.handler())
        .text("token", asset == null ? NONE : asset.token())
        .number("decimals", handler.decimals())
        .text("mode", asset == null ? NONE : asset.mode())
        .text("artifact", asset == null ? NONE : asset.artifact())
        .text("partner", partner)
        .hash("nonce", nonce)
        .text("expires", expiresAt)
        .done();
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
