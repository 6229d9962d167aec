// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's accounts and the gas vaults paid, all of it final. Topic {@link
 * Topics#TRANSACTIONS}, key chain and account, writer relayer-service. Balances of an account
 * follow from its first fact and those after it, to the wei.
 */
public sealed interface TransactionEvent extends SuiteEvent {

  /** Where the account is. */
  ChainName chain();

  /** Whose money it is: a key of the operator, or a vault. */
  EvmAddress account();

  @Override
  default String key() {
    return chain().value() + ":" + account().hex();
  }

  @Override
  default Topic<TransactionEvent> topic() {
    return Topics.TRANSACTION_EVENTS;
  }

  /** What an account of the operator is for. */
  enum Role {
    /** A lane sends with it. */
    SUBMITTER,
    /** It fills up the submitters. */
    TREASURY
  }

  /** What a transaction was for. */
  enum Purpose {
    /** Messages to their destination. */
    DELIVER,
    /** Outcomes of messages that nobody can deliver any more. */
    EXPIRE,
    /** Outcomes home to their source. */
    CALL_BACK,
    /** What is left to payers. */
    REFUND,
    /** Prices into a price contract. */
    PUBLISH_PRICES,
    /** The root of a tree of receipts into a vault. */
    PUBLISH_RECEIPTS,
    /** A guardian's word to an artifact. */
    PAUSE_MINTING,
    /** Native coins for a submitter. */
    TOP_UP,
    /** Nothing: a nonce had to be used. */
    FILL,
    /** Not known: somebody else used the key. */
    FOREIGN
  }

  /**
   * The books of an account begin.
   *
   * @param balance wei it held when this block was final
   * @param nonce transactions it had sent by then
   * @param blockNumber height of that block
   */
  @JsonTypeName("AccountOpened")
  record AccountOpened(
      ChainName chain,
      EvmAddress account,
      Role role,
      Wei balance,
      long nonce,
      long blockNumber,
      Hash blockHash,
      Instant at)
      implements TransactionEvent {}

  /**
   * An account's transaction is final, whether it did what it should or not. A replaced attempt is
   * never mined and costs nothing; the nonces of an account's facts have no gaps.
   *
   * @param nonce its number among the account's transactions, from 0
   * @param succeeded false when it was reverted as a whole
   * @param gasUsed of the whole receipt
   * @param gasPrice effective price of a unit
   * @param dataFee what the receipt says beside gas (the L1 data fee of a rollup), wei
   * @param fee gasUsed × gasPrice + dataFee
   * @param value wei that went along; stayed when it was reverted
   * @param to where it was sent
   * @param members messages it carried, in their order; of those that were skipped too
   * @param blockNumber height of its block
   * @param blockTime its block's own time
   */
  @JsonTypeName("TransactionPaid")
  record TransactionPaid(
      ChainName chain,
      EvmAddress account,
      Hash txHash,
      long nonce,
      Purpose purpose,
      boolean succeeded,
      Gas gasUsed,
      Wei gasPrice,
      Wei dataFee,
      Wei fee,
      Wei value,
      @Nullable EvmAddress to,
      List<TxId> members,
      long blockNumber,
      Hash blockHash,
      Instant blockTime,
      Instant at)
      implements TransactionEvent {
    /** Keeps its own copy. */
    public TransactionPaid {
      members = List.copyOf(members);
    }
  }

  /**
   * The operator took what closed accounts had left in a vault.
   *
   * @param account the vault
   */
  @JsonTypeName("VaultCollected")
  record VaultCollected(
      ChainName chain, EvmAddress account, EvmAddress to, Wei amount, LogRef ref, Instant at)
      implements TransactionEvent {}

  /**
   * Somebody took a refund that had waited in a vault.
   *
   * @param account the vault
   * @param owner who had not taken it before
   */
  @JsonTypeName("VaultClaimed")
  record VaultClaimed(
      ChainName chain,
      EvmAddress account,
      EvmAddress owner,
      EvmAddress to,
      Wei amount,
      LogRef ref,
      Instant at)
      implements TransactionEvent {}

  /**
   * A vault accepts receipts of this tree.
   *
   * @param account the vault
   * @param count of the tree's leaves
   */
  @JsonTypeName("ReceiptsPublished")
  record ReceiptsPublished(
      ChainName chain, EvmAddress account, Hash root, long count, LogRef ref, Instant at)
      implements TransactionEvent {}
}
