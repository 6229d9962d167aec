// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.value.ChainName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up chains that come into the book while a service runs, through the nodes that an operator
 * admitted there, where this service's operator allows it. What is configured goes before. After a
 * restart the topic says the same again before any fact of a message is read.
 */
public final class AdmittedChains {
  private static final Logger log = LoggerFactory.getLogger(AdmittedChains.class);
  private static final String ANY = "*";

  /**
   * What the registry says now.
   *
   * @param chain terms of a chain
   * @param nodes who may be asked about it
   */
  public record Book(
      Function<ChainName, Optional<ChainState>> chain,
      Function<ChainName, Optional<NodesState>> nodes) {}

  /** Those who read chains in this service. */
  public interface Readers {
    /** Whether the chain is read already. */
    boolean reads(ChainName chain);

    /**
     * Begins to read a chain.
     *
     * @return false where it was read already
     */
    boolean admit(ChainSettings chain);
  }

  private final Book book;
  private final Predicate<ChainName> allowed;
  private final Readers readers;

  /**
   * Waits to be told.
   *
   * @param allowed what this service's operator says of a chain's name
   */
  public AdmittedChains(Book book, Predicate<ChainName> allowed, Readers readers) {
    this.book = book;
    this.allowed = allowed;
    this.readers = readers;
  }

  /**
   * Whether an operator who wrote these names means this chain.
   *
   * @param names of chains, or {@code *} for any
   */
  public static boolean isAmong(List<String> names, ChainName chain) {
    return names.contains(ANY) || names.contains(chain.value());
  }

  /** The book was changed. */
  public void onChange(RegistryEvent change) {
    switch (change) {
      case ChainState chain -> consider(chain.chain());
      case NodesState told -> consider(told.chain());
      default -> {
        // says nothing of how a chain is read
      }
    }
  }

  private void consider(ChainName name) {
    ChainState chain = book.chain().apply(name).orElse(null);
    NodesState told = book.nodes().apply(name).orElse(null);
    if (chain == null || told == null || !allowed.test(name) || readers.reads(name)) {
      return;
    }
    try {
      AdmittedChain.settings(chain, told).ifPresent(this::admit);
    } catch (IllegalArgumentException e) {
      log.atError()
          .addKeyValue("chain", name)
          .log("cannot be read by the registry's word: {}", e.getMessage());
    }
  }

  private void admit(ChainSettings chain) {
    if (readers.admit(chain)) {
      log.atInfo().addKeyValue("chain", chain.name()).log("is read by the registry's word");
    }
  }
}
