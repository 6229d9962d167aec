// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.contract.MerkleTree.MultiProof;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Calldata of the settlement contract: what is received, expired and called back (protocol 1.1).
 */
public final class SettlementCalls {
  private static final String MESSAGE =
      "(uint256,string,uint256,uint256,address,uint8,bytes,uint64,uint64,uint64,uint8,bytes)";
  private static final String CALLBACK = "(uint256,string,uint256,address,uint8,uint8,bytes)";
  private static final String BUNDLE_PROOF = ",bytes32[],bool[],bytes)";

  private static final byte[] RECEIVE =
      Abi.selector(
          "receive_cross_chain_msg(uint256,string,uint256,uint256,address,uint8,bytes,uint8,bytes)");
  private static final byte[] RECEIVE_BATCH =
      Abi.selector("receive_cross_chain_msgs(" + MESSAGE + "[])");
  private static final byte[] RECEIVE_BUNDLE =
      Abi.selector("receive_cross_chain_bundle(" + MESSAGE + "[]" + BUNDLE_PROOF);
  private static final byte[] EXPIRE_BATCH =
      Abi.selector("expire_cross_chain_msgs(" + MESSAGE + "[])");
  private static final byte[] CALLBACK_BATCH =
      Abi.selector("receive_cross_chain_callbacks(" + CALLBACK + "[])");
  private static final byte[] CALLBACK_BUNDLE =
      Abi.selector("receive_cross_chain_callback_bundle(" + CALLBACK + "[]" + BUNDLE_PROOF);

  private SettlementCalls() {}

  /** A message ready for its destination, or an expiry that is. */
  public record SignedMessage(CrossChainMessage message, Certificate certificate) {}

  /** An outcome ready for its source. */
  public record SignedCallback(
      TxId txid,
      HandlerId targetHandler,
      HandlerId sourceHandler,
      Outcome outcome,
      Certificate certificate) {}

  /**
   * Calldata of receive_cross_chain_msg, as the protocol has it: the terms stand before the
   * certificate.
   *
   * @throws InvalidValue when the message is for a handler no EVM chain can have
   */
  public static byte[] receive(SignedMessage signed) {
    CrossChainMessage message = signed.message();
    ByteArrayOutputStream signatures = new ByteArrayOutputStream();
    signatures.writeBytes(PackedTerms.encode(message.terms()));
    signatures.writeBytes(signed.certificate().bytes());
    return Abi.call(
        RECEIVE,
        Abi.uint(message.txid().toBigInteger()),
        Abi.string(message.from().chain().value()),
        Abi.address(message.sender()),
        Abi.uint(message.from().toBigInteger()),
        Abi.address(message.to().evmAddress()),
        Abi.uint(message.payloadType().wire()),
        Abi.bytes(Hex.decode(message.payload())),
        Abi.uint(signed.certificate().signType()),
        Abi.bytes(signatures.toByteArray()));
  }

  /**
   * Calldata of receive_cross_chain_msgs.
   *
   * @throws InvalidValue when a message is for a handler no EVM chain can have
   */
  public static byte[] receiveBatch(List<SignedMessage> messages) {
    return Abi.call(RECEIVE_BATCH, members(messages));
  }

  /**
   * Calldata of receive_cross_chain_bundle.
   *
   * @param messages those whose digests are proven, in the tree's order
   * @param signatures over {@link Digests#bundle}, see {@link Signatures#bundle}
   * @throws InvalidValue when a message is for a handler no EVM chain can have
   */
  public static byte[] receiveBundle(
      List<CrossChainMessage> messages, MultiProof proof, byte[] signatures) {
    List<SignedMessage> members =
        messages.stream().map(one -> new SignedMessage(one, Certificate.ELSEWHERE)).toList();
    return Abi.call(
        RECEIVE_BUNDLE, members(members), hashes(proof), flags(proof), Abi.bytes(signatures));
  }

  /**
   * Calldata of expire_cross_chain_msgs. Payloads are not needed and not sent.
   *
   * @param messages with certificates over {@link Digests#expire}
   * @throws InvalidValue when a message is for a handler no EVM chain can have
   */
  public static byte[] expireBatch(List<SignedMessage> messages) {
    return Abi.call(
        EXPIRE_BATCH, Abi.array(messages.stream().map(one -> inbound(one, new byte[0])).toList()));
  }

  private static Abi members(List<SignedMessage> messages) {
    return Abi.array(messages.stream().map(SettlementCalls::inbound).toList());
  }

  private static Abi inbound(SignedMessage signed) {
    return inbound(signed, Hex.decode(signed.message().payload()));
  }

  private static Abi inbound(SignedMessage signed, byte[] payload) {
    CrossChainMessage message = signed.message();
    return Abi.tuple(
        Abi.uint(message.txid().toBigInteger()),
        Abi.string(message.from().chain().value()),
        Abi.address(message.sender()),
        Abi.uint(message.from().toBigInteger()),
        Abi.address(message.to().evmAddress()),
        Abi.uint(message.payloadType().wire()),
        Abi.bytes(payload),
        Abi.uint(message.terms().sequence()),
        Abi.uint(message.terms().handlerGas().units()),
        Abi.uint(message.terms().deadline().getEpochSecond()),
        Abi.uint(signed.certificate().signType()),
        Abi.bytes(signed.certificate().bytes()));
  }

  /** Calldata of receive_cross_chain_callbacks. */
  public static byte[] callbackBatch(List<SignedCallback> callbacks) {
    return Abi.call(CALLBACK_BATCH, callbacks(callbacks));
  }

  /**
   * Calldata of receive_cross_chain_callback_bundle.
   *
   * @param callbacks those whose digests are proven, in the tree's order; their own certificates
   *     are not sent
   * @param signatures over {@link Digests#bundle}, see {@link Signatures#bundle}
   */
  public static byte[] callbackBundle(
      List<SignedCallback> callbacks, MultiProof proof, byte[] signatures) {
    List<SignedCallback> members =
        callbacks.stream()
            .map(
                one ->
                    new SignedCallback(
                        one.txid(),
                        one.targetHandler(),
                        one.sourceHandler(),
                        one.outcome(),
                        Certificate.ELSEWHERE))
            .toList();
    return Abi.call(
        CALLBACK_BUNDLE, callbacks(members), hashes(proof), flags(proof), Abi.bytes(signatures));
  }

  private static Abi callbacks(List<SignedCallback> callbacks) {
    return Abi.array(callbacks.stream().map(SettlementCalls::inbound).toList());
  }

  private static Abi inbound(SignedCallback callback) {
    return Abi.tuple(
        Abi.uint(callback.txid().toBigInteger()),
        Abi.string(callback.targetHandler().chain().value()),
        Abi.uint(callback.targetHandler().toBigInteger()),
        Abi.address(callback.sourceHandler().evmAddress()),
        Abi.uint(callback.outcome().wire()),
        Abi.uint(callback.certificate().signType()),
        Abi.bytes(callback.certificate().bytes()));
  }

  private static Abi hashes(MultiProof proof) {
    return Abi.array(proof.proof().stream().map(Hash::toBigInteger).map(Abi::uint).toList());
  }

  private static Abi flags(MultiProof proof) {
    return Abi.array(proof.flags().stream().map(flag -> Abi.uint(flag ? 1 : 0)).toList());
  }
}
