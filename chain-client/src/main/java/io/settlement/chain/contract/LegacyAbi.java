// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import java.math.BigInteger;

/** Calls and records of the published 0.1.0 settlement contract where they differ from ours. */
final class LegacyAbi {
  private static final byte[] RECEIVE =
      Abi.selector(
          "receive_cross_chain_msg(uint256,string,uint256,uint256,address,uint8,bytes,uint8,bytes)");
  private static final byte[] CALLBACK =
      Abi.selector(
          "receive_cross_chain_callback(uint256,string,uint256,address,uint8,uint8,bytes)");
  private static final byte[] RECEIVED = Abi.selector("receive_cross_txs(uint256)");
  private static final int STATUS_AT = 7;

  private LegacyAbi() {}

  /** Its record of a message it sent holds the whole message, but neither nonce nor type. */
  record CreatedRecord(
      BigInteger txid,
      String fromChain,
      String toChain,
      EvmAddress sender,
      EvmAddress fromHandler,
      BigInteger toHandler,
      String payload,
      int status)
      implements SourceRecord {

    @Override
    public boolean pendingFor(CrossChainMessage message) {
      return status == SettlementAbi.CreatedRecord.PENDING
          && txid.equals(message.txid().toBigInteger())
          && fromChain.equals(message.from().chain().value())
          && toChain.equals(message.to().chain().value())
          && sender.equals(message.sender())
          && fromHandler.toBigInteger().equals(message.from().toBigInteger())
          && toHandler.equals(message.to().toBigInteger())
          && payload.equals(message.payload());
    }
  }

  /** The record; status 0 and empty fields when there is none. */
  static CreatedRecord createdRecord(byte[] answer) {
    AbiReader data = new AbiReader("created record", answer);
    return new CreatedRecord(
        data.uint(0),
        data.string(1),
        data.string(2),
        data.address(3),
        data.address(4),
        data.uint(5),
        Hex.encode(data.bytes(6)),
        data.small(STATUS_AT));
  }

  static byte[] receivedRecordCall(TxId txid) {
    return Abi.call(RECEIVED, Abi.uint(txid.toBigInteger()));
  }

  /** CrossChainMsgStatus: 0 unknown, 1 pending, 2 success, 3 failed. */
  static int receivedStatus(byte[] answer) {
    return new AbiReader("received record", answer).small(STATUS_AT);
  }

  /**
   * Calldata of receive_cross_chain_msg with nothing before the certificate.
   *
   * @throws InvalidValue when the message is for a handler no EVM chain can have
   */
  static byte[] receive(SignedMessage signed) {
    CrossChainMessage message = signed.message();
    return Abi.call(
        RECEIVE,
        Abi.uint(message.txid().toBigInteger()),
        Abi.string(name(message.from())),
        Abi.address(message.sender()),
        Abi.uint(message.from().toBigInteger()),
        Abi.address(message.to().evmAddress()),
        Abi.uint(message.payloadType().wire()),
        Abi.bytes(Hex.decode(message.payload())),
        Abi.uint(signed.certificate().signType()),
        Abi.bytes(signed.certificate().bytes()));
  }

  /** Calldata of receive_cross_chain_callback. */
  static byte[] callback(SignedCallback signed) {
    return Abi.call(
        CALLBACK,
        Abi.uint(signed.txid().toBigInteger()),
        Abi.string(name(signed.targetHandler())),
        Abi.uint(signed.targetHandler().toBigInteger()),
        Abi.address(signed.sourceHandler().evmAddress()),
        Abi.uint(signed.outcome().wire()),
        Abi.uint(signed.certificate().signType()),
        Abi.bytes(signed.certificate().bytes()));
  }

  private static String name(HandlerId handler) {
    return handler.chain().value();
  }
}
