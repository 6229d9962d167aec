// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All a lane needs to make an intent true; stored with the intent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "work")
public sealed interface Work {

  /** The message. */
  TxId txid();

  /** What it is for. */
  @JsonIgnore
  Purpose purpose();

  /** The chain it happens on. */
  @JsonIgnore
  ChainName chain();

  /** Where its digest stands under the root that was signed; null when it was signed itself. */
  @JsonIgnore
  default @Nullable Membership membership() {
    return null;
  }

  /**
   * The place of one digest in a signed Merkle tree.
   *
   * @param root what was signed for all members
   * @param size how many members there are
   * @param place of this one among them, from 0
   * @param proof its siblings, from the leaf up
   */
  record Membership(Hash root, int size, int place, List<Hash> proof) {
    /** Keeps its own list. */
    public Membership {
      proof = List.copyOf(proof);
    }
  }

  /**
   * Lets the destination receive the message.
   *
   * @param signatures a quorum certificate, 0x and hexadecimal digits
   * @param bundle where its digest stands under the root they sign; null when they sign itself
   */
  @JsonTypeName("Deliver")
  record Deliver(
      CrossChainMessage message,
      String signatures,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Membership bundle)
      implements Work {
    /** With a certificate over its own digest. */
    public Deliver(CrossChainMessage message, String signatures) {
      this(message, signatures, null);
    }

    @Override
    @JsonIgnore
    public @Nullable Membership membership() {
      return bundle;
    }

    @Override
    @JsonIgnore
    public TxId txid() {
      return message.txid();
    }

    @Override
    public Purpose purpose() {
      return Purpose.DELIVER;
    }

    @Override
    public ChainName chain() {
      return message.to().chain();
    }
  }

  /**
   * Lets the destination record that it will never receive the message.
   *
   * @param signatures a quorum certificate, 0x and hexadecimal digits
   */
  @JsonTypeName("Expire")
  record Expire(CrossChainMessage message, String signatures) implements Work {
    @Override
    @JsonIgnore
    public TxId txid() {
      return message.txid();
    }

    @Override
    public Purpose purpose() {
      return Purpose.EXPIRE;
    }

    @Override
    public ChainName chain() {
      return message.to().chain();
    }
  }

  /**
   * Lets the source settle the outcome.
   *
   * @param target the handler that was delivered to
   * @param source the handler that sent the message
   * @param signatures a quorum certificate, 0x and hexadecimal digits
   * @param bundle where its digest stands under the root they sign; null when they sign itself
   */
  @JsonTypeName("CallBack")
  record CallBack(
      TxId txid,
      HandlerId target,
      HandlerId source,
      Outcome outcome,
      String signatures,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Membership bundle)
      implements Work {
    /** With a certificate over its own digest. */
    public CallBack(
        TxId txid, HandlerId target, HandlerId source, Outcome outcome, String signatures) {
      this(txid, target, source, outcome, signatures, null);
    }

    @Override
    @JsonIgnore
    public @Nullable Membership membership() {
      return bundle;
    }

    @Override
    public Purpose purpose() {
      return Purpose.CALL_BACK;
    }

    @Override
    public ChainName chain() {
      return source.chain();
    }
  }

  /**
   * Ends a message on Bitcoin: pays it, or says why not. Nobody's certificate goes with it, because
   * the vault's cosigners check it themselves.
   */
  @JsonTypeName("PayOut")
  record PayOut(CrossChainMessage message) implements Work {
    @Override
    @JsonIgnore
    public TxId txid() {
      return message.txid();
    }

    @Override
    public Purpose purpose() {
      return Purpose.DELIVER;
    }

    @Override
    public ChainName chain() {
      return message.to().chain();
    }
  }

  /**
   * Closes the message's gas account; an amount of 0 pays nothing and still closes it.
   *
   * @param fee what its payer was charged for that, wei of the vault's chain; null when nothing was
   */
  @JsonTypeName("Refund")
  record Refund(TxId txid, ChainName vault, EvmAddress to, Wei amount, @Nullable Wei fee)
      implements Work {
    @Override
    public Purpose purpose() {
      return Purpose.REFUND;
    }

    @Override
    public ChainName chain() {
      return vault;
    }
  }
}
