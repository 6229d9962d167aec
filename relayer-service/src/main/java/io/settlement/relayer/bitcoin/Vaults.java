// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vaults this process was told of, by the handler that each is. */
public final class Vaults {
  private final ChainName chain;
  private final BitcoinNetwork network;
  private final VaultsSettings settings;
  private final Map<HandlerId, Vault> byId = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when a descriptor is none, of another network or there twice
   */
  Vaults(ChainName chain, BitcoinNetwork network, VaultsSettings settings) {
    this.chain = chain;
    this.network = network;
    this.settings = settings;
    settings.vaults().forEach(this::add);
  }

  private void add(VaultSettings one) {
    VaultDescriptor descriptor = VaultDescriptor.parse(one.descriptor());
    if (!descriptor.isOf(network)) {
      throw new IllegalArgumentException("a vault's keys are not for the network " + network);
    }
    Vault vault = new Vault(descriptor.handler(chain), descriptor, one);
    if (byId.put(vault.id(), vault) != null) {
      throw new IllegalArgumentException("the vault " + vault.id() + " is configured twice");
    }
  }

  /** What Bitcoin is called here. */
  public ChainName chain() {
    return chain;
  }

  /** Which of its networks. */
  public BitcoinNetwork network() {
    return network;
  }

  /** How many scripts beyond the last one given out are watched. */
  public int lookAhead() {
    return settings.lookAhead();
  }

  /** The last script of each branch that is looked for and paid with. */
  public int lastIndex() {
    return settings.lastIndex();
  }

  /** How long a block takes. */
  public Duration blockInterval() {
    return settings.blockInterval();
  }

  /** All of them. */
  public Collection<Vault> all() {
    return byId.values();
  }

  /** The vault that is this handler. */
  public Optional<Vault> find(HandlerId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Where reading for deposits begins. */
  public long startBlock() {
    return byId.values().stream().mapToLong(one -> one.settings().startBlock()).min().orElse(0);
  }
}
