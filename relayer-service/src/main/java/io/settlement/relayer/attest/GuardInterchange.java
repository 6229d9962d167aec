// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What a validator has signed, as it is carried from one instance to another (in the spirit of
 * EIP-3076): whoever imports it will never contradict it.
 *
 * @param signed each message and kind once
 */
record GuardInterchange(@NotNull @Valid Metadata metadata, @NotNull List<@Valid Signed> signed) {
  /** What this is. */
  static final String FORMAT = "settlement-signing-guard";

  /** The version that is written and the only one that is read. */
  static final int VERSION = 1;

  /**
   * Whose it is.
   *
   * @param format {@link #FORMAT}
   * @param version {@link #VERSION}
   */
  record Metadata(@NotNull String format, int version, @NotNull EvmAddress validator) {
    static Metadata of(EvmAddress validator) {
      return new Metadata(FORMAT, VERSION, validator);
    }
  }

  /**
   * One digest.
   *
   * @param kind what it attests
   */
  record Signed(@NotNull TxId txid, @NotNull Kind kind, @NotNull Hash digest) {}
}
