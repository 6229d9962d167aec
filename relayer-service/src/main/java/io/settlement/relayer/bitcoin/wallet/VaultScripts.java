// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.events.value.Hex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a vault's scripts by what outputs carry. They are derived as far as somebody asks for them,
 * because that takes a while, and kept.
 */
public final class VaultScripts {
  /** As far as nodes look for a vault's coins where the operator says nothing else. */
  public static final int LAST_INDEX = 1_000;

  private final VaultDescriptor vault;
  private final int lastIndex;
  private final Map<String, VaultScript> known = new HashMap<>();
  private long next;

  /**
   * Of one vault.
   *
   * @param lastIndex the last script of each branch
   */
  public VaultScripts(VaultDescriptor vault, int lastIndex) {
    this.vault = vault;
    this.lastIndex = lastIndex;
  }

  /**
   * The vault's script.
   *
   * @param script 0x and hexadecimal digits
   * @return empty when it is not the vault's, as far as nodes look for its coins
   */
  public synchronized Optional<VaultScript> find(String script) {
    while (!known.containsKey(script) && next <= lastIndex) {
      for (int branch : List.of(VaultDescriptor.DEPOSITS, VaultDescriptor.CHANGE)) {
        VaultScript one = vault.script(branch, next);
        known.put(Hex.encode(one.output().toByteArray()), one);
      }
      next++;
    }
    return Optional.ofNullable(known.get(script));
  }
}
