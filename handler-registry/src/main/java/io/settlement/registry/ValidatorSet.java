// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The row of the validators that sign for a destination. */
@Entity
class ValidatorSet {
  @Id private String chain;

  private long epoch;
  private int required;

  private String[] validators;

  private Instant at;

  /** Null until stored; that is how an assigned key is known to be new without a SELECT. */
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected ValidatorSet() {}

  ValidatorSet(ValidatorSetState first) {
    this();
    become(first);
  }

  final ValidatorSet become(ValidatorSetState wanted) {
    chain = wanted.chain().value();
    epoch = wanted.epoch();
    required = wanted.required();
    validators = wanted.validators().stream().map(EvmAddress::hex).toArray(String[]::new);
    at = wanted.at().truncatedTo(ChronoUnit.MICROS);
    return this;
  }

  long epoch() {
    return epoch;
  }

  boolean says(ValidatorSetState wanted) {
    return state(wanted.at()).equals(wanted);
  }

  ValidatorSetState state() {
    return state(at);
  }

  private ValidatorSetState state(Instant when) {
    return new ValidatorSetState(
        new ChainName(chain),
        epoch,
        required,
        Arrays.stream(validators).map(EvmAddress::new).toList(),
        when);
  }
}
