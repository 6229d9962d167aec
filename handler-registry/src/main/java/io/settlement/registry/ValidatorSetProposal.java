// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who should sign for a destination from now on.
 *
 * @param epoch the number of the set; null lets the book count
 * @param required how many signatures make a quorum certificate
 * @param at when it was proposed
 */
record ValidatorSetProposal(
    ChainName chain,
    @Nullable Long epoch,
    int required,
    List<EvmAddress> validators,
    Instant at) {

  /** Keeps the members ascending, so that their order in a request means nothing. */
  ValidatorSetProposal {
    validators = validators.stream().sorted(Comparator.comparing(EvmAddress::hex)).toList();
  }

  /**
   * The set it becomes beside the one of now: the same epoch as long as nothing else differs, the
   * next one otherwise.
   */
  ValidatorSetState after(@Nullable ValidatorSetState now) {
    if (now == null) {
      return numbered(epoch == null ? 1 : epoch);
    }
    if (sameMembers(now) && (epoch == null || epoch == now.epoch())) {
      return numbered(now.epoch());
    }
    long next = epoch == null ? now.epoch() + 1 : epoch;
    if (next <= now.epoch()) {
      throw Problem.conflict(
          "stale-epoch", "another set of epoch %d is in use".formatted(now.epoch()));
    }
    return numbered(next);
  }

  private boolean sameMembers(ValidatorSetState now) {
    return now.required() == required && now.validators().equals(validators);
  }

  private ValidatorSetState numbered(long number) {
    return new ValidatorSetState(chain, number, required, validators, at);
  }
}
