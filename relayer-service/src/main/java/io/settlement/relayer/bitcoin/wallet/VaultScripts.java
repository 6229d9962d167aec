// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import io.settlement.events.value.Hex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a vault's scripts by what outputs carry. They are derived as far as somebody asks for them,
 * because that takes a while, and kept: 2,002 at most.
 */
public final class VaultScripts {
  /** How far nodes look below a descriptor's wildcard, and so what the vault pays with. */
  private static final int RANGE = 1_000;

  private final VaultDescriptor vault;
  private final Map<String, VaultScript> known = new HashMap<>();
  private long next;

  /** Of one vault. */
  public VaultScripts(VaultDescriptor vault) {
    this.vault = vault;
  }

  /**
   * The vault's script.
   *
   * @param script 0x and hexadecimal digits
   * @return empty when it is not the vault's, as far as nodes look for its coins
   */
  public synchronized Optional<VaultScript> find(String script) {
    while (!known.containsKey(script) && next <= RANGE) {
      for (int branch : List.of(VaultDescriptor.DEPOSITS, VaultDescriptor.CHANGE)) {
        VaultScript one = vault.script(branch, next);
        known.put(Hex.encode(one.output().toByteArray()), one);
      }
      next++;
    }
    return Optional.ofNullable(known.get(script));
  }
}
