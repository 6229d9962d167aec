// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.check;

import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as a partner asks for it.
 *
 * @param artifact whose books it moves
 * @param chain where it is signed; left out for TRANSFER
 * @param amount decimal text in the smallest unit, of POOL and UNPOOL shares; left out, what the
 *     last step before that yields it yielded; for DEPOSIT any
 * @param amounts of POOL: what goes in leg by leg, instead of an amount
 * @param contract of WRAP, UNWRAP, POOL, UNPOOL: which, where an artifact has several
 * @param from of TRANSFER: the sending handler, {@code Chain:0x…}
 * @param to of TRANSFER: the receiving handler
 * @param btcAddress of WITHDRAW and CONVERT: who is paid; for CONVERT the owner's deposit address
 *     with the other vault
 * @param toArtifact of CONVERT: the other artifact
 * @param toChain of CONVERT: where it is credited; left out when there is one such chain
 * @param patience how long its owner has, ISO 8601; the service's default when left out
 */
public record StepRequest(
    @NotNull StepKind kind,
    @NotBlank @Size(max = 64) String artifact,
    @Nullable ChainName chain,
    @Nullable @Pattern(regexp = "[0-9]{1,78}") String amount,
    @Nullable @Size(max = 8) List<@NotNull @Pattern(regexp = "[0-9]{1,78}") String> amounts,
    @Nullable EvmAddress contract,
    @Nullable HandlerId from,
    @Nullable HandlerId to,
    @Nullable @Size(min = 14, max = 90) String btcAddress,
    @Nullable @Size(max = 64) String toArtifact,
    @Nullable ChainName toChain,
    @Nullable Duration patience) {

  /** Keeps its own copy. */
  public StepRequest {
    amounts = amounts == null ? null : List.copyOf(amounts);
  }
}
