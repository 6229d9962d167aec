// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.chain.contract.TypedStatement;
import io.settlement.events.value.Hash;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A primitive as a partner hands it in, to be signed by those who own its artifact's contracts.
 *
 * @param document the specification's bytes
 * @param nonce made by the service
 * @param expiresAt after which no signature of it counts
 * @param registeredAt null as long as it is not
 */
@SuppressWarnings("ArrayRecordComponent")
record PrimitiveClaim(
    UUID id,
    String partner,
    Primitive said,
    byte[] document,
    Hash nonce,
    Instant askedAt,
    Instant expiresAt,
    @Nullable Instant registeredAt) {
  private static final String NONE = "none";

  /** What is signed: all that will stand in the book. */
  TypedStatement statement() {
    return TypedStatement.of("RegisterPrimitive")
        .text("primitive", said.id())
        .text("artifact", said.artifact())
        .hash("specification", said.specification())
        .text("vault", said.vault() == null ? NONE : said.vault())
        .text("descriptor", said.descriptor() == null ? NONE : said.descriptor())
        .text(
            "contracts",
            said.deployments().stream().map(PrimitiveClaim::text).collect(Collectors.joining("; ")))
        .text("partner", partner)
        .hash("nonce", nonce)
        .text("expires", expiresAt)
        .done();
  }

  private static String text(Deployment one) {
    return "%s: token %s, handler %s, staking %s, registry %s, wrappers %s, baskets %s, from block %d"
        .formatted(
            one.chain(),
            one.token(),
            one.handler() == null ? NONE : one.handler(),
            one.staking() == null ? NONE : one.staking(),
            one.registry(),
            one.wrappers(),
            one.baskets(),
            one.startBlock());
  }
}
