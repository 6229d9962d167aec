// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vault's payments on Bitcoin are signed, and what they paid. Topic {@link Topics#PSBT}, key
 * batch; writers are the relayer's courier and the cosigners.
 */
public sealed interface PsbtEvent extends SuiteEvent {

  /** The payments that are made together: vault and number. */
  String batch();

  /** Whose BTC it is. */
  HandlerId vault();

  @Override
  default String key() {
    return batch();
  }

  @Override
  default Topic<PsbtEvent> topic() {
    return Topics.PSBT_EVENTS;
  }

  /**
   * Cosigners are to sign. Everything but the choice of coins follows from the other fields, so
   * that each of them builds the same transaction.
   *
   * @param round 0, or which later transaction of the batch; each one of them spends an input of
   *     all others, or is a child of one
   * @param psbt unsigned, BIP-174 in base64
   * @param satsPerKvb its fee rate, satoshi for 1000 virtual bytes
   * @param fee satoshi for the miner
   * @param members withdrawals it pays, in the order of its outputs; none when the vault only moves
   *     coins of its own
   * @param changeIndex where its change goes, below branch 1
   * @param cancels withdrawals whose deadline has passed and that no earlier round can pay any more
   *     once this one is mined; none when it pays, or pays for an earlier round with its change
   */
  @JsonTypeName("PsbtProposed")
  record PsbtProposed(
      String batch,
      int round,
      HandlerId vault,
      String psbt,
      long satsPerKvb,
      long fee,
      List<TxId> members,
      long changeIndex,
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TxId> cancels)
      implements PsbtEvent {
    /** Keeps its own copies; who wrote before there were cancellations wrote none. */
    @SuppressWarnings("NullAway") // absent in facts written earlier
    public PsbtProposed {
      members = List.copyOf(members);
      cancels = cancels == null ? List.of() : List.copyOf(cancels);
    }

    /** One that cancels nothing. */
    public PsbtProposed(
        String batch,
        int round,
        HandlerId vault,
        String psbt,
        long satsPerKvb,
        long fee,
        List<TxId> members,
        long changeIndex,
        Instant at) {
      this(batch, round, vault, psbt, satsPerKvb, fee, members, changeIndex, at, List.of());
    }
  }

  /**
   * One cosigner checked it on its own nodes and signed every input.
   *
   * @param round which transaction of the batch
   * @param cosigner BIP-32 fingerprint of its key, 8 hexadecimal digits
   * @param psbt with its signatures, BIP-174 in base64
   */
  @JsonTypeName("PsbtSigned")
  record PsbtSigned(
      String batch, int round, HandlerId vault, String cosigner, String psbt, Instant at)
      implements PsbtEvent {}

  /**
   * One cosigner will not sign it.
   *
   * @param round which transaction of the batch
   * @param cosigner BIP-32 fingerprint of its key, 8 hexadecimal digits
   * @param member the withdrawal that is why; null when it is the transaction as a whole
   * @param reason a stable word, for instance NOT_ESCROWED
   * @param detail for humans
   */
  @JsonTypeName("PsbtRefused")
  record PsbtRefused(
      String batch,
      int round,
      HandlerId vault,
      String cosigner,
      @Nullable TxId member,
      String reason,
      String detail,
      Instant at)
      implements PsbtEvent {}

  /**
   * A batch is mined, as deep as its amounts ask; or what cancels it is, and it pays nobody.
   *
   * @param fee satoshi the miner got; the members' amounts less what they were paid
   * @param vaultFee satoshi the vault paid of its own, to have the batch mined or cancelled
   * @param members what each withdrawal was paid; none when it was cancelled
   * @param blockNumber height of its block
   */
  @JsonTypeName("PayoutConfirmed")
  record PayoutConfirmed(
      String batch,
      HandlerId vault,
      Hash txHash,
      long fee,
      long vaultFee,
      List<Paid> members,
      long blockNumber,
      Hash blockHash,
      Instant at)
      implements PsbtEvent {
    /** Keeps its own copy. */
    public PayoutConfirmed {
      members = List.copyOf(members);
    }

    /**
     * One withdrawal.
     *
     * @param vout number of its output
     * @param amount satoshi that were in escrow
     * @param paid satoshi of its output; the rest is its share of the fee
     */
    public record Paid(TxId txid, long vout, long amount, long paid) {}
  }
}
