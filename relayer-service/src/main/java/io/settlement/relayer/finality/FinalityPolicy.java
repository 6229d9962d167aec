// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.finality;

import io.settlement.chain.BlockRef;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.FinalityTier;
import io.settlement.events.value.TokenTransfer;
import io.settlement.kit.registry.RegistryView;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How deep a block must be. A chain has one answer for everything, by tag or by confirmations; a
 * route may be content with less for small amounts. A tier never makes a message wait longer: what
 * is final for its chain is final.
 */
public final class FinalityPolicy {
  private final RegistryView registry;
  private final Map<ChainName, Heads> seen = new ConcurrentHashMap<>();

  /**
   * Where a chain is.
   *
   * @param finalised newest block that is final for every message
   * @param latest newest block at all
   */
  public record Heads(long finalised, long latest) {}

  FinalityPolicy(RegistryView registry) {
    this.registry = registry;
  }

  /** The newest block of a chain that is final for every message. */
  public BlockRef finalHead(EvmReader reader) {
    int confirmations = reader.settings().confirmations();
    if (confirmations == 0) {
      return reader.head(reader.settings().finality());
    }
    BlockRef latest = reader.head(FinalityTag.LATEST);
    return confirmations == 1
        ? latest
        : reader.blocks(List.of(Math.max(0, latest.number() - confirmations + 1))).getFirst();
  }

  /** Where a chain is; what {@link #isFinalHere} is answered by until the next look. */
  public Heads look(EvmReader reader) {
    long finalised = finalHead(reader).number();
    long latest = isAtHead(reader) ? finalised : reader.head(FinalityTag.LATEST).number();
    Heads heads = new Heads(finalised, Math.max(finalised, latest));
    seen.put(reader.settings().name(), heads);
    return heads;
  }

  /** Whether a message that its source logged in a block was final at the last look. */
  public boolean isFinalHere(CrossChainMessage message, long block) {
    Heads heads = seen.get(message.from().chain());
    return heads != null && isFinal(message, block, heads.finalised(), heads.latest());
  }

  /** Whether everything in a block of a chain was final at the last look. */
  public boolean isFinalHere(ChainName chain, long block) {
    Heads heads = seen.get(chain);
    return heads != null && block <= heads.finalised();
  }

  /** Whether a chain's newest block is final for every message. */
  public boolean isAtHead(EvmReader reader) {
    int confirmations = reader.settings().confirmations();
    return confirmations == 1
        || (confirmations == 0 && reader.settings().finality() == FinalityTag.LATEST);
  }

  /**
   * How many blocks, its own counted, make this message final although its chain is not; empty when
   * it waits for its chain, because it moves no token, its route is not known, or it moves too
   * much.
   */
  public OptionalInt confirmationsOf(CrossChainMessage message) {
    TokenTransfer transfer = message.transfer();
    if (transfer == null) {
      return OptionalInt.empty();
    }
    return registry
        .route(message.route())
        .flatMap((RouteState route) -> route.tierOf(transfer.amount()))
        .map(FinalityTier::confirmations)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /**
   * Whether a message is final in a block that is canonical up to {@code latest}.
   *
   * @param finalised newest block that is final for every message
   * @param latest newest block at all
   */
  public boolean isFinal(CrossChainMessage message, long block, long finalised, long latest) {
    if (block <= finalised) {
      return true;
    }
    OptionalInt confirmations = confirmationsOf(message);
    return confirmations.isPresent() && latest - block + 1 >= confirmations.getAsInt();
  }
}
