// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.time.Instant;

/**
 * What the gas books of a chain say as a whole. Topic {@link Topics#GAS_BOOKS}, key chain, writer
 * gas-service.
 */
public sealed interface GasBooksEvent extends SuiteEvent {

  /** Whose books. */
  ChainName chain();

  @Override
  default String key() {
    return chain().value();
  }

  @Override
  default Topic<GasBooksEvent> topic() {
    return Topics.GAS_BOOKS_EVENTS;
  }

  /**
   * A tree of receipts is complete and is to be published.
   *
   * @param vault where
   * @param root of OpenZeppelin's standard tree over (txid, payer, prepaid, spent, refund)
   * @param count of its leaves
   * @param uri where the leaves can be read
   */
  @JsonTypeName("ReceiptsBuilt")
  record ReceiptsBuilt(
      ChainName chain, EvmAddress vault, Hash root, long count, String uri, Instant at)
      implements GasBooksEvent {}

  /**
   * The books and a balance on the chain differ.
   *
   * @param account whose balance
   * @param blockNumber at which block
   * @param expected wei by the books
   * @param found wei on the chain
   * @param detail names the entries
   */
  @JsonTypeName("GasMismatchRaised")
  record GasMismatchRaised(
      ChainName chain,
      EvmAddress account,
      long blockNumber,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigInteger expected,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigInteger found,
      String detail,
      Instant at)
      implements GasBooksEvent {}

  /**
   * They agree again.
   *
   * @param blockNumber at which block
   */
  @JsonTypeName("GasMismatchCleared")
  record GasMismatchCleared(ChainName chain, EvmAddress account, long blockNumber, Instant at)
      implements GasBooksEvent {}
}
