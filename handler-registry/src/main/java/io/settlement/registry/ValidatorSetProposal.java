// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who should sign for a destination from now on.
 *
 * @param epoch the number of the set; null lets the book count
 * @param required how many signatures make a quorum certificate
 * @param at when it was proposed
 */
public record ValidatorSetProposal(
    ChainName chain, @Nullable Long epoch, int required, List<EvmAddress> validators, Instant at) {

  /**
   * The set it becomes beside the one of now: the same epoch as long as nothing else differs, the
   * next one otherwise. The order of the members means nothing.
   */
  ValidatorSetState after(@Nullable ValidatorSetState now) {
    if (now == null) {
      return numbered(epoch == null ? 1 : epoch);
    }
    if (sameMembers(now) && (epoch == null || epoch == now.epoch())) {
      return new ValidatorSetState(chain, now.epoch(), required, now.validators(), at);
    }
    long next = epoch == null ? now.epoch() + 1 : epoch;
    if (next <= now.epoch()) {
      throw Problem.conflict(
          "stale-epoch", "another set of epoch %d is in use".formatted(now.epoch()));
    }
    return numbered(next);
  }

  private boolean sameMembers(ValidatorSetState now) {
    return now.required() == required
        && now.validators().size() == validators.size()
        && Set.copyOf(now.validators()).equals(Set.copyOf(validators));
  }

  private ValidatorSetState numbered(long number) {
    return new ValidatorSetState(chain, number, required, validators, at);
  }
}
